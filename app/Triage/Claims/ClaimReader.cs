using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>Finds what a report claims: the profile's signals, wherever the words around them let them count. Logs are read for the signals' log phrases only.</summary>
internal sealed class ClaimReader(Profile profile)
{
    private readonly Grammar grammar = new(profile.Grammar);
    private readonly Lexicon<SignalRule> signals = new(profile.Signals.SelectMany(signal => signal.Phrases.Select(phrase => (phrase, signal))));
    private readonly Lexicon<SignalRule> logSignals = new(profile.Signals.SelectMany(signal => signal.LogPhrases.Select(phrase => (phrase, signal))));
    private readonly Lexicon<bool> narrowing = new(profile.Grammar.Narrowing.Select(phrase => (phrase, true)));
    private readonly Lexicon<bool> wide = new(profile.Grammar.Wide.Select(phrase => (phrase, true)));

    public Values<Claim> Read(Values<Sentence> sentences) => [.. sentences.SelectMany(Read)];

    private IEnumerable<Claim> Read(Sentence sentence) => sentence.Place switch
    {
        Place.Expected => [],
        Place.Log => logSignals.Find(sentence).Select(match => Of(sentence, match)),
        _ => signals.Find(sentence).Where(match => grammar.IsClaim(sentence, match)).Select(match => Of(sentence, match)),
    };

    /// <summary>"crashes when I export" hits one action, "crashes when it starts" everything.</summary>
    private Claim Of(Sentence sentence, Match<SignalRule> match)
    {
        var isNarrow = match.Meaning.Narrowed is not null && narrowing.IsIn(sentence) && !wide.IsIn(sentence);

        return new(match.Meaning, isNarrow ? match.Meaning.Narrowed!.Value : match.Meaning.Severity, sentence, new(sentence.Slice(match.First, match.Last), sentence.Place));
    }
}
