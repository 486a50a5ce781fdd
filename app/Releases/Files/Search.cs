namespace Hotfix.Releases.Files;

/// <summary>What was looked for in a file, and where it stands.</summary>
/// <param name="What">For the sentence: <c>top-level `version`</c>.</param>
/// <param name="Trouble">Why it could not be looked for, as a sentence after the file's name; null when it could.</param>
internal sealed record Search(string What, IReadOnlyList<Spot> Found, string? Trouble = null)
{
    private const int MaxLines = 10;

    public static Search Failed(string trouble) => new("", [], trouble);

    /// <summary>Null when it stands in exactly one place; else the sentence.</summary>
    public string? Missed(string path, string text) => this switch
    {
        { Trouble: { } trouble } => $"`{path}`: {trouble}",
        { Found.Count: 1 } => null,
        { Found.Count: 0 } => $"`{path}`: exactly one {What} was looked for, and none was found.",
        _ => $"`{path}`: exactly one {What} was looked for, and {Found.Count} were found, in {Lines(text)}.",
    };

    private string Lines(string text)
    {
        var lines = Found.Take(MaxLines).Select(spot => text.AsSpan(0, spot.Start).Count('\n') + 1).Distinct().ToList();

        return lines.Count == 1 ? $"line {lines[0]}" : $"lines {string.Join(", ", lines.SkipLast(1))} and {lines[^1]}{(Found.Count > MaxLines ? " and after" : "")}";
    }
}
