using System.Text.Json;

namespace Hotfix.Extension.Manifests;

/// <summary>A JSON value that knows the line of its file it begins in, counted from 1.</summary>
/// <param name="Text">Of a string what it says, of a number how it is written, else empty.</param>
internal sealed record JsonValue(JsonValueKind Kind, int Line, string Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonValue> Items)
{
    public bool IsText => Kind == JsonValueKind.String;

    public bool IsObject => Kind == JsonValueKind.Object;

    public bool IsList => Kind == JsonValueKind.Array;

    /// <summary>The items that are strings; none where this is no list.</summary>
    public IEnumerable<JsonValue> Texts => Items.Where(item => item.IsText);

    /// <summary>The member of this name; the last of them, as Chromium has it. Null where there is none, or this is no object.</summary>
    public JsonValue? this[string name] => Members.LastOrDefault(member => member.Name == name)?.Value;

    /// <summary>The text of a member that is a string.</summary>
    public string? TextOf(string name) => this[name] is { IsText: true } value ? value.Text : null;
}

internal sealed record JsonMember(string Name, int Line, JsonValue Value);

/// <summary>Where a file is not strict JSON, and how.</summary>
/// <param name="Sentence">The end of a sentence that begins with the file.</param>
internal sealed record JsonFault(int Line, string Sentence);

/// <param name="Root">Null where there is no value at all.</param>
internal sealed record JsonFile(JsonValue? Root, IReadOnlyList<JsonFault> Faults);
