using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>Finds what a report claims: the profile's signals, wherever the words around them let them count. Logs are read for the signals' log phrases only.</summary>
internal sealed class ClaimReader(Profile profile, Grammar grammar)
{
    private readonly Lexicon<SignalRule> signals = new(Signals(profile).SelectMany(signal => signal.Phrases.Select(phrase => (phrase, signal))));
    private readonly Lexicon<SignalRule> logSignals = new(Signals(profile).SelectMany(signal => signal.LogPhrases.Select(phrase => (phrase, signal))));

    /// <summary>Where the title claims something, words of the text that say little by themselves add nothing to it.</summary>
    public Values<Claim> Read(Values<Sentence> sentences)
    {
        List<Claim> claims = [.. sentences.Where((_, at) => at + 1 == sentences.Count || !grammar.EndsTheOneBefore(sentences[at + 1])).SelectMany(Read)];
        var isTitled = claims.Exists(claim => claim.Place == Place.Title && !claim.Signal.Yields);

        return [.. claims.Where(claim => !isTitled || !claim.Signal.Yields || claim.Place == Place.Title)];
    }

    /// <summary>The signals, each with the severity it has in this profile.</summary>
    private static IEnumerable<SignalRule> Signals(Profile profile) =>
        profile.Signals.Select(signal => profile.SignalSeverities.TryGetValue(signal.Name, out var severity) ? signal with { Severity = severity } : signal);

    private IEnumerable<Claim> Read(Sentence sentence) => sentence.Place switch
    {
        Place.Expected => [],
        Place.Log => logSignals.Find(sentence).Select(match => Of(sentence, match, InLog(match.Meaning.Severity))),
        _ => Said(sentence),
    };

    /// <summary>
    /// "crashes when I export" hits one action, "crashes when it starts" everything. Where it is not the title that says so, everything must be said to be hit.
    /// What yields gives way to what else the sentence claims.
    /// </summary>
    private IEnumerable<Claim> Said(Sentence sentence)
    {
        List<Match<SignalRule>> matches = [.. grammar.Claims(sentence, signals)];
        var isNarrow = matches.Exists(match => match.Meaning.Narrowed is not null) && !grammar.IsWide(sentence) && (sentence.Place != Place.Title || grammar.IsNarrow(sentence));
        var isFirm = matches.Exists(match => !match.Meaning.Yields);
        var isLook = matches.Exists(match => match.Meaning.Impact == Impact.UiCosmetic);

        // "The shadow is missing" is about looks, whatever else is said to be missing.
        return matches
            .Where(match => isFirm ? !match.Meaning.Yields : !isLook || match.Meaning.Impact == Impact.UiCosmetic)
            .Select(match => Of(sentence, match, isNarrow && match.Meaning.Narrowed is { } narrowed ? narrowed : match.Meaning.Severity));
    }

    private static Claim Of(Sentence sentence, Match<SignalRule> match, Severity severity) => new(match.Meaning, severity, sentence, new(sentence.Slice(match.First, match.Last), sentence.Place));

    /// <summary>A line of a log says that something failed, not how bad that is: a step less than the same words from a person, unless it is the worst.</summary>
    private static Severity InLog(Severity severity) => severity is Severity.P1 ? Severity.P2 : severity;
}
