using System.Globalization;

namespace Hotfix.Gate.Kinds;

/// <summary>What kinds of evidence ask of their arguments. Objections follow "this".</summary>
internal static class Arguments
{
    /// <param name="names">The names of the arguments that have one.</param>
    public static string? Objection(EvidenceRule rule, EvidenceCall call, int least, int most, params IReadOnlyList<string> names) => (call.Arguments.Count, call.Named.Keys.FirstOrDefault(name => !names.Contains(name))) switch
    {
        (_, { } unknown) when names.Count == 0 => $"has an argument named {unknown}, and {rule.Usage} has none with a name; what holds a colon stands in quotes",
        (_, { } unknown) => $"has an argument named {unknown}, and {rule.Usage} knows {string.Join(", ", names)}",
        ( > 0, _) when most == 0 && names.Count == 0 => $"has arguments, and {rule.Name} takes none",
        (var count, _) when count > most => $"has {Count(count)}, and {rule.Usage} takes at most {most}",
        (var count, _) when count < least => $"has {Count(count)}, and {rule.Usage} needs {least}",
        _ => null,
    };

    /// <summary>Null when the argument at this place is left out, or a whole number from 1 on.</summary>
    public static string? Number(EvidenceRule rule, EvidenceCall call, int at, int most) =>
        call.Arguments.Count <= at || (Whole(call.Arguments[at]) is { } number && number >= 1 && number <= most) ? null : $"says {Short(call.Arguments[at])}, where {rule.Usage} has a whole number from 1 to {most}";

    /// <summary>A number that was found right; 1 where it is left out.</summary>
    public static int At(EvidenceCall call, int at) => call.Arguments.Count > at ? Whole(call.Arguments[at]) ?? 1 : 1;

    public static string Short(string text) => text.Length > 40 ? $"{text[..40]}…" : text;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Count(int count) => count switch { 0 => "no argument", 1 => "one argument", _ => $"{count} arguments" };
}
