using YamlDotNet.Core;

namespace Hotfix.Profiles.Nodes;

/// <summary>The lines of a file, so that whatever the parser says of a place, it is one inside the file.</summary>
internal sealed class Lines(string text, string source)
{
    private readonly string[] lines = text.Split('\n');

    /// <summary>A file that ends too early is wrong at its end, not after it.</summary>
    public Place Of(Mark mark)
    {
        var last = lines[^1].Length == 0 && lines.Length > 1 ? lines.Length - 1 : lines.Length;
        var (line, column) = mark.Line <= last ? ((int)Math.Max(1, mark.Line), (int)mark.Column) : (last, int.MaxValue);

        return new(source, line, Math.Clamp(column, 1, lines[line - 1].Length + 1));
    }

    /// <summary>The parser reports a tab at the beginning of the map around it; people want to see the tab.</summary>
    public Place Of(YamlException wrong)
    {
        var tab = wrong.Message.Contains("invalid tab", StringComparison.Ordinal) ? Array.FindIndex(lines, line => line.TrimStart(' ').StartsWith('\t')) : -1;

        return tab < 0 ? Of(wrong.Start) : new(source, tab + 1, lines[tab].IndexOf('\t', StringComparison.Ordinal) + 1);
    }
}
