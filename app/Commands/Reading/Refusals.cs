using Hotfix.Triage;

namespace Hotfix.Commands.Reading;

/// <summary>Why a line is no command, each in one line that names what was wrong and the nearest right thing. Somebody else's words stand in code (<see cref="Quote"/>), where they ping nobody.</summary>
internal static class Refusals
{
    public static string WithUsage(string sentence, VerbRule rule) => $"{sentence} Usage: `{Usage.Of(rule)}`.";

    public static string UnknownVerb(CommandWord word, IReadOnlyList<VerbRule> verbs)
    {
        var written = word.Flag is null ? word.Value! : word.Raw;
        var near = Nearest.To(written, verbs.Select(verb => verb.Name)) ?? (written.Length > 2 ? verbs.FirstOrDefault(verb => verb.Name.StartsWith(written, StringComparison.OrdinalIgnoreCase))?.Name : null);

        return verbs.FirstOrDefault(verb => verb.Name == near) is { } meant
            ? WithUsage($"There is no command {Quote.Code(written)}; did you mean `{meant.Name}`?", meant)
            : $"There is no command {Quote.Code(written)}; `/hotfix help` lists those there are.";
    }

    public static string UnknownFlag(CommandWord word, IReadOnlyList<FlagRule> rules)
    {
        var written = $"There is no flag {Quote.Code($"--{word.Flag}")} here";

        return Nearest.To(word.Flag!, rules.Select(rule => rule.Name)) is { } near ? $"{written}; did you mean `--{near}`?"
            : rules.Count == 0 ? $"{written}, nor any other; what belongs to a text goes into quotes."
            : $"{written}, only {List(rules.Select(rule => $"--{rule.Name}"), "and")}; what belongs to a text goes into quotes.";
    }

    public static string TwiceGiven(FlagRule rule) => $"`--{rule.Name}` is given twice; once is right.";

    public static string ValueMissing(FlagRule rule) => $"`--{rule.Name}` needs a value: `--{rule.Name} <{rule.Value}>`.";

    public static string NoValueTaken(FlagRule rule, CommandWord word) => $"`--{rule.Name}` takes no value, and {Quote.Code(word.Value!)} is one.";

    /// <param name="forms">None of which fits: the one that fits farthest tells what is wrong.</param>
    public static string WrongArguments(VerbRule rule, IReadOnlyList<FormReading> forms, IReadOnlyList<CommandWord> words, IReadOnlyList<VerbRule> verbs)
    {
        var farthest = forms.Max(form => form.Taken.Count);
        var near = forms.Where(form => form.Taken.Count == farthest).ToList();
        var expected = near.Select(form => form.Expected).OfType<ArgumentRule>().ToList();
        var command = $"`/hotfix {string.Join(' ', words.Take(farthest).Zip(near[0].Taken, Shown).Prepend(rule.Name))}`";

        if (expected.Count == 0)
        {
            return $"{command} takes nothing more, and {Quote.Code(Arguments.Text([.. words.Skip(farthest)]))} is too much; a remark goes after `--`.";
        }

        var what = List(expected.SelectMany(Describe), "or");

        if (farthest == words.Count || expected[0].Kind == ArgumentKind.Text)
        {
            return $"{command} needs {what}.";
        }

        var written = words[farthest].Value!;
        var known = expected.SelectMany(argument => argument.Kind == ArgumentKind.Verb ? verbs.Select(verb => verb.Name) : argument.Words).Where(word => word.Length > 2);

        return $"{command} takes {what}, not {Quote.Code(written)}{(Nearest.To(written, known) is { } meant ? $"; did you mean `{meant}`?" : ".")}";
    }

    /// <summary>An argument that was read, with the sign it was written with: it is a word of ours, a login or a number by now.</summary>
    private static string Shown(CommandWord word, string value) => word.Value is ['@' or '#', ..] ? word.Value : value;

    private static IEnumerable<string> Describe(ArgumentRule argument) => argument.Kind switch
    {
        ArgumentKind.OneOf => argument.Words.Select(word => $"`{word}`"),
        ArgumentKind.Login => ["a login like `@mia`"],
        ArgumentKind.Issue => ["an issue like `#12`"],
        ArgumentKind.Verb => ["a command's name"],
        ArgumentKind.Item => ["an item of the gate's checklist, like `reviewed`"],
        _ => [$"a text: `<{argument.Name}>`"],
    };

    private static string List(IEnumerable<string> parts, string last) => parts.ToList() switch
    {
        [var only] => Coded(only),
        var several => $"{string.Join(", ", several.SkipLast(1).Select(Coded))} {last} {Coded(several[^1])}",
    };

    private static string Coded(string part) => part.StartsWith("--", StringComparison.Ordinal) ? $"`{part}`" : part;
}
