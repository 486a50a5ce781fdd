namespace Hotfix.Commands.Reading;

/// <summary>
/// How a verb is written, in one line: <c>/hotfix pause reporter | store | blocked &lt;#n&gt;</c>. <c>|</c> is between what excludes each other, <c>[…]</c> around what may be left out,
/// <c>&lt;…&gt;</c> around what one fills in.
/// </summary>
internal static class Usage
{
    /// <summary>A verb that can be rehearsed takes it; it need not be declared.</summary>
    public static FlagRule DryRun { get; } = new("dry-run", null);

    /// <summary>More words than this are shown by their name.</summary>
    private const int Shown = 8;

    public static string Of(VerbRule rule)
    {
        var forms = string.Join(" | ", rule.Forms.Where(form => form.Arguments.Count > 0).Select(form => Of(form, rule)));
        var arguments = forms.Length == 0 ? [] : rule.Forms.Any(form => form.Arguments.Count == 0) ? [$"[{Bare(forms)}]"] : new[] { forms };

        return string.Join(' ', ["/hotfix", rule.Name, .. arguments, .. Flags(rule).Select(Of)]);
    }

    public static string Of(FlagRule flag) => flag.Value is { } value ? $"[--{flag.Name} <{value}>]" : $"[--{flag.Name}]";

    public static IEnumerable<FlagRule> Flags(VerbRule rule) => rule.CanRehearse && !rule.Flags.Any(flag => flag.Name == DryRun.Name) ? [.. rule.Flags, DryRun] : rule.Flags;

    /// <summary>An argument among others keeps its alternatives to itself; one that has only another form beside it need not.</summary>
    private static string Of(Form form, VerbRule rule) => form.Arguments is [{ Kind: ArgumentKind.OneOf } only] && (rule.Forms.Count > 1 || only.Words.Count <= Shown)
        ? Words(only, " | ")
        : string.Join(' ', form.Arguments.Select(Of));

    private static string Of(ArgumentRule argument) => argument.Kind switch
    {
        ArgumentKind.Login => "<@login>",
        ArgumentKind.Issue => "<#n>",
        ArgumentKind.OneOf when argument.Words.Count == 1 => argument.Words[0],
        ArgumentKind.OneOf => Words(argument, "|") is ['<', ..] words ? words : $"<{Words(argument, "|")}>",
        _ => $"<{argument.Name}>",
    };

    private static string Words(ArgumentRule argument, string between) =>
        argument.Words.Count > Shown ? $"<{argument.Name}>" : IsRange(argument) ? $"<{argument.Words[0]}..{argument.Words[^1]}>" : string.Join(between, argument.Words);

    /// <summary>P0, P1, P2, …</summary>
    private static bool IsRange(ArgumentRule argument) =>
        argument.Words.Count > 2 && argument.Words.Select((word, at) => word.Length == 2 && word[0] == argument.Words[0][0] && word[1] == argument.Words[0][1] + at && char.IsAsciiDigit(word[1])).All(fits => fits);

    private static string Bare(string forms) => forms is ['<', .. var name, '>'] && !name.Contains('<', StringComparison.Ordinal) ? name : forms;
}
