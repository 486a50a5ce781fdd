namespace Hotfix.Sandbox.GraphQl;

/// <summary>A request, as it is written. Source: GraphQL, October 2021, "Document Syntax".</summary>
internal sealed record GraphDocument(IReadOnlyList<GraphOperation> Operations, IReadOnlyDictionary<string, GraphFragment> Fragments);

/// <param name="Kind"><c>query</c> or <c>mutation</c>.</param>
internal sealed record GraphOperation(string Kind, string? Name, IReadOnlyList<GraphVariable> Variables, IReadOnlyList<GraphSelection> Selections);

/// <param name="Type">As it is written: <c>[String!]!</c>.</param>
/// <param name="Default">Null where none is written.</param>
internal sealed record GraphVariable(string Name, string Type, GraphValue? Default);

/// <summary><c>fragment Name on Type { … }</c>.</summary>
internal sealed record GraphFragment(string Type, IReadOnlyList<GraphSelection> Selections);

/// <summary>What stands between braces.</summary>
internal abstract record GraphSelection(IReadOnlyList<GraphDirective> Directives);

/// <summary><c>alias: name(arguments) @directives { … }</c>.</summary>
internal sealed record GraphSelectedField(
    string Key, string Name, IReadOnlyDictionary<string, GraphValue> Arguments, IReadOnlyList<GraphDirective> Directives, IReadOnlyList<GraphSelection> Selections)
    : GraphSelection(Directives);

/// <summary><c>... on Type { … }</c>.</summary>
/// <param name="Type">Null where none is named.</param>
internal sealed record GraphInline(string? Type, IReadOnlyList<GraphDirective> Directives, IReadOnlyList<GraphSelection> Selections) : GraphSelection(Directives);

/// <summary><c>...Name</c>.</summary>
internal sealed record GraphSpread(string Name, IReadOnlyList<GraphDirective> Directives) : GraphSelection(Directives);

/// <summary><c>@include(if: …)</c> or <c>@skip(if: …)</c>.</summary>
internal sealed record GraphDirective(string Name, IReadOnlyDictionary<string, GraphValue> Arguments);

/// <summary>A value, as it is written.</summary>
internal abstract record GraphValue;

/// <summary><c>$name</c>.</summary>
internal sealed record GraphUse(string Name) : GraphValue;

/// <summary>Null, a text, a whole number, a fraction, a yes or no; of an enum, its name.</summary>
internal sealed record GraphLiteral(object? Value) : GraphValue;

/// <summary><c>[a, b]</c>.</summary>
internal sealed record GraphList(IReadOnlyList<GraphValue> Items) : GraphValue;

/// <summary><c>{a: 1}</c>.</summary>
internal sealed record GraphObject(IReadOnlyDictionary<string, GraphValue> Fields) : GraphValue;
