using Hotfix.Domain;

namespace Hotfix.Commands.Reading;

/// <summary>A line of a comment that is a command.</summary>
/// <param name="Number">Of the line in the comment, from 1.</param>
/// <param name="Text">From <c>/hotfix</c> to the end of the line, without the blanks there.</param>
internal sealed record CommandLine(int Number, string Text);

/// <summary>The commands of a comment: those to be read, and those that are too many.</summary>
internal sealed record FoundCommands(Values<CommandLine> Lines, Values<CommandLine> Surplus)
{
    /// <summary>More in one comment are a mistake, or an attempt to keep the App busy.</summary>
    public const int Most = 20;

    /// <summary>What the surplus is told, in one sentence; null where there is none.</summary>
    public string? Refusal => Surplus.Count == 0 ? null
        : $"A comment has at most {Most} commands: the first {Most} were read, and {(Surplus.Count == 1 ? "1 more was" : $"{Surplus.Count} more were")} not; write {(Surplus.Count == 1 ? "it" : "them")} in another comment.";

    public static FoundCommands Of(IReadOnlyList<CommandLine> lines) => new([.. lines.Take(Most)], [.. lines.Skip(Most)]);
}
