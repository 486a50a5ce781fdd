namespace Hotfix.Commands.Reading;

/// <summary>
/// Reads a line by what the verbs declare: <c>/hotfix verb arguments --flag value -- a remark</c>. Case makes no difference outside of text; a line without a verb, or with <c>--help</c>, asks for help.
/// </summary>
internal static class CommandReader
{
    private const string Help = "help";

    /// <param name="line">From <c>/hotfix</c> on, as <see cref="CommandLines"/> finds it.</param>
    /// <param name="verbs">The registry's, or a test's own.</param>
    public static CommandReading Read(string line, IReadOnlyList<VerbRule> verbs)
    {
        var words = CommandWords.Of(line);

        if (words is [] or [{ Flag: not null }, ..] && (words.Count == 0 || IsHelp(words[0])))
        {
            return new(new(Help, [], []), null);
        }

        if (verbs.FirstOrDefault(verb => words[0] is { Flag: null } name && name.Is(verb.Name)) is not { } rule)
        {
            return new(null, Refusals.UnknownVerb(words[0], verbs));
        }

        return words.Skip(1).Any(IsHelp) ? new(new(Help, [rule.Name], []), null) : Read(rule, words.Skip(1), verbs);
    }

    private static CommandReading Read(VerbRule rule, IEnumerable<CommandWord> words, IReadOnlyList<VerbRule> verbs)
    {
        var (flags, others, refusal) = Flags.Read(words, rule);

        if (refusal is not null)
        {
            return new(null, Refusals.WithUsage(refusal, rule));
        }

        var forms = rule.Forms.DefaultIfEmpty(new([])).Select(form => Arguments.Read(form, others, verbs)).ToList();

        return forms.Find(form => form.Fits) is { } fitting
            ? new(new(rule.Name, fitting.Taken, flags), null)
            : new(null, Refusals.WithUsage(Refusals.WrongArguments(rule, forms, others, verbs), rule));
    }

    private static bool IsHelp(CommandWord word) => word is { Flag: not null, IsDoubtful: false, Value: null } && word.Is(Help);
}
