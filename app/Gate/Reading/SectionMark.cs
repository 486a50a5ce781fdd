using System.Text.RegularExpressions;

namespace Hotfix.Gate.Reading;

/// <summary>A line that begins a section of a pull request's text: a heading, or a bold word.</summary>
/// <param name="Line">Counted from 0.</param>
/// <param name="Level">1 to 6, as many as its number signs; <see cref="Bold"/> for a bold word.</param>
/// <param name="Words">Without marks.</param>
/// <param name="Rest">What stands behind them on that line.</param>
internal sealed partial record SectionMark(int Line, int Level, string Words, string Rest)
{
    public const int Bold = 7;

    public static SectionMark? Of(string text, int line) => Shape().Match(text) is not { Success: true } found ? null
        : found.Groups["marks"] is { Success: true } marks ? new(line, marks.Length, found.Groups["words"].Value.TrimEnd('#', ' ', '\t'), "")
        : new(line, Bold, found.Groups["bold"].Value.TrimEnd(':', ' '), found.Groups["rest"].Value);

    [GeneratedRegex(@"^ {0,3}(?:(?<marks>#{1,6})[ \t]+(?<words>[^\n]+)|(?:[-*+] )?\*\*(?<bold>[^*\n]+)\*\*:?(?<rest>.*))$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
