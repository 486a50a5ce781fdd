using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>A check run in GitHub's words, cut to GitHub's sizes: what is too long would be turned down whole.</summary>
internal static class CheckWire
{
    public const string Completed = "completed";

    /// <summary>Characters of a summary, and of a text.</summary>
    private const int MaxText = 65_535;

    /// <summary>Characters. A message has 64 KB, and a character at most three bytes.</summary>
    private const int MaxMessage = 20_000;

    private const int MaxTitle = 255;

    private const string IsCut = "\n\nThe rest is left out: GitHub shows no more than 65,535 characters here.";

    private const string Fence = "```";

    public static string Of(CheckConclusion conclusion) => JsonNamingPolicy.SnakeCaseLower.ConvertName(conclusion.ToString());

    public static CheckOutput Output(CheckRun run, IEnumerable<Annotation> annotations) => new(
        run.Title, Cut(run.Summary), run.Text is { } text ? Cut(text) : null, [.. annotations.Select(Of)]);

    public static CheckAction[]? Actions(CheckRun run) => run.Button is { } button ? [new(button.Label, button.Says, button.Id)] : null;

    /// <summary>Ends at a line's end where there is one, outside of a code block, and with a sentence that says so.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxText)
        {
            return text;
        }

        var room = MaxText - IsCut.Length - Fence.Length - 1;
        var end = text.LastIndexOf('\n', room);
        var kept = end > 0 ? text[..end].TrimEnd('\r') : Short(text, room);
        var fences = kept.Split('\n').Count(line => line.TrimStart(' ').StartsWith(Fence, StringComparison.Ordinal));

        return kept + (fences % 2 == 1 ? $"\n{Fence}" : "") + IsCut;
    }

    private static CheckAnnotation Of(Annotation annotation) => new(
        annotation.Path, annotation.Line, annotation.Line, annotation.Column, annotation.Column, JsonNamingPolicy.SnakeCaseLower.ConvertName(annotation.Level.ToString()),
        Short(annotation.Title, MaxTitle), Short(annotation.Message, MaxMessage));

    private static string Short(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
