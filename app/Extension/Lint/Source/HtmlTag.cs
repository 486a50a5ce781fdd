namespace Hotfix.Extension.Lint.Source;

/// <summary>A tag that opens, of a page.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Attributes">Names in lower case, the first of each name.</param>
/// <param name="Content">Of a script, what stands in it.</param>
internal sealed record HtmlTag(string Name, int Line, IReadOnlyDictionary<string, string> Attributes, string Content)
{
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}
