using System.Text;
using System.Text.RegularExpressions;
using Hotfix.Triage;

namespace Hotfix.Gate.Reading;

/// <summary>
/// Reads evidence as an item asks for it: <c>manual</c>, <c>approval(2, by: security)</c>, <c>coverage(&gt;= 90, check: codecov/project)</c>. What holds a comma or a parenthesis stands in double quotes:
/// <c>platforms("test (ubuntu, 22)", macos)</c>.
/// </summary>
internal static partial class EvidenceReader
{
    private const int Longest = 500;

    /// <summary>Never throws, whatever the text.</summary>
    public static EvidenceReading Read(string text)
    {
        if (text.Length > Longest)
        {
            return new(null, $"is longer than {Longest} characters");
        }

        if (Shape().Match(text) is not { Success: true } shape)
        {
            return new(null, $"is not written like {Nearby(text.Split('(')[0].Trim())}");
        }

        var name = shape.Groups["name"].Value;

        if (Evidences.Find(name) is not { } evidence)
        {
            return new(null, Nearest.To(name, Evidences.All.Select(known => known.Rule.Name)) is { } near
                ? $"names no kind of evidence; the nearest is {Evidences.Find(near)!.Rule.Usage}"
                : $"names no kind of evidence; there are {string.Join(", ", Evidences.All.Select(known => known.Rule.Name))}");
        }

        var (call, wrong) = Arguments(name, shape.Groups["arguments"].Value);

        return (wrong ?? evidence.Objection(call)) is { } objection ? new(null, objection) : new(call, null);
    }

    private static string Nearby(string name) => (Nearest.To(name, Evidences.All.Select(known => known.Rule.Name)) is { } near ? Evidences.Find(near) : null)?.Rule.Usage ?? "approval(1)";

    private static (EvidenceCall Call, string? Objection) Arguments(string name, string text)
    {
        var (plain, named) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        string? wrong = null;

        foreach (var part in text.Trim().Length == 0 ? [] : Parts(text))
        {
            var key = Key().Match(part);
            var value = Unquoted((key.Success ? part[key.Length..] : part).Trim());

            if (value.Length == 0)
            {
                wrong ??= "has an argument with nothing in it";
            }
            else if (!key.Success)
            {
                plain.Add(value);
            }
            else if (!named.TryAdd(key.Groups["key"].Value, value))
            {
                wrong ??= $"says {key.Groups["key"].Value} twice";
            }
        }

        return (new(name, [.. plain], named), wrong);
    }

    /// <summary>Split at the commas outside of quotes.</summary>
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var isQuoted = false;

        foreach (var character in text)
        {
            isQuoted ^= character == '"';

            if (character == ',' && !isQuoted)
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
            {
                part.Append(character);
            }
        }

        parts.Add(part.ToString().Trim());

        return parts;
    }

    private static string Unquoted(string text) => text is ['"', .. var inner, '"'] ? inner.Trim() : text;

    [GeneratedRegex("""^\s*(?<name>[A-Za-z][A-Za-z0-9_-]*)\s*(?:\((?<arguments>(?:[^()"\r\n]|"[^"\r\n]*")*)\))?\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("^(?<key>[a-z][a-z_-]*)[ \t]*:(?:[ \t]+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}

/// <param name="Call">Null where it cannot be used.</param>
/// <param name="Objection">What is wrong with it, as it follows "this"; null when nothing is.</param>
internal sealed record EvidenceReading(EvidenceCall? Call, string? Objection);
