using System.Text;
using Hotfix.Domain;

namespace Hotfix.Commands.Reading;

/// <summary>The flags among a command's words, and the words that are none; or why they cannot be read.</summary>
internal sealed record FlagReading(Values<GivenFlag> Flags, Values<CommandWord> Others, string? Refusal);

/// <summary>Reads the flags of a verb, wherever they stand.</summary>
internal static class Flags
{
    public static FlagReading Read(IEnumerable<CommandWord> written, VerbRule verb)
    {
        var rules = Usage.Flags(verb).ToList();
        var words = written.Select(word => word.IsDoubtful && Find(rules, word) is null ? word.AsPlain() : word).ToList();
        var (flags, others) = (new List<GivenFlag>(), new List<CommandWord>());

        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];

            if (word.Flag is null)
            {
                others.Add(word);
                continue;
            }

            if (Find(rules, word) is not { } rule)
            {
                return Refused(Refusals.UnknownFlag(word, rules));
            }

            if (flags.Exists(given => given.Name == rule.Name))
            {
                return Refused(Refusals.TwiceGiven(rule));
            }

            var value = ValueOf(rule, words, at);

            if (rule.Value is null ? word.Value is not null : Arguments.Text(value).Length == 0)
            {
                return Refused(rule.Value is null ? Refusals.NoValueTaken(rule, word) : Refusals.ValueMissing(rule));
            }

            flags.Add(new(rule.Name, Arguments.Text(value)));
            at += value.Count - (word.Value is null ? 0 : 1);
        }

        return new([.. flags], [.. others], null);

        FlagReading Refused(string sentence) => new([], [], sentence);
    }

    /// <summary>The words that are a flag's value: what stands after <c>=</c>, or else the next word; with what follows up to the next flag, if the flag takes text that is not in quotes.</summary>
    private static List<CommandWord> ValueOf(FlagRule rule, List<CommandWord> words, int at)
    {
        if (rule.Value is null)
        {
            return words[at].Value is null ? [] : [words[at]];
        }

        var following = words.Skip(at + 1).TakeWhile(word => word.Flag is null);
        var all = words[at].Value is { } given ? following.Prepend(new(given, given, null, words[at].IsQuoted)) : following;

        return rule.TakesText && all.FirstOrDefault() is { IsQuoted: false } ? [.. all] : [.. all.Take(1)];
    }

    private static FlagRule? Find(List<FlagRule> rules, CommandWord word) => rules.Find(rule => Ascii.EqualsIgnoreCase(rule.Name, word.Flag));
}
