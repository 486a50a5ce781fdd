using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>
/// What the words around a match make of it. "No crash", "would it delete…?", "the crash is gone" and "my mail client crashes" name a signal and claim nothing.
/// All words are the profile's; here is only how far they reach.
/// </summary>
internal sealed class Grammar(GrammarRule rule)
{
    /// <summary>How many words before a match a negation reaches over.</summary>
    private const int Reach = 4;

    /// <summary>How many words may stand between a subject and what it does.</summary>
    private const int SubjectReach = 2;

    private readonly HashSet<string> negations = [.. rule.Negations];
    private readonly HashSet<string> breaks = [.. rule.Breaks];
    private readonly HashSet<string> hypothetical = [.. rule.Hypothetical];
    private readonly Lexicon<bool> reportingQuestions = Of(rule.ReportingQuestions);
    private readonly Lexicon<bool> fixedBefore = Of(rule.FixedBefore);
    private readonly Lexicon<bool> fixedAfter = Of(rule.FixedAfter);
    private readonly Lexicon<bool> others = Of(rule.Others);

    public bool IsClaim<T>(Sentence sentence, Match<T> match) =>
        !(sentence.IsQuestion && !reportingQuestions.IsIn(sentence))
        && !IsBefore(sentence, match.First, word => negations.Contains(word) || hypothetical.Contains(word))
        && !IsNegatedInside(sentence, match)
        && !IsFixed(sentence, match)
        && !IsOfOthers(sentence, match);

    private bool IsBefore(Sentence sentence, int first, Func<string, bool> matches)
    {
        for (var at = first - 1; at >= 0 && at >= first - Reach && !sentence.PausesAfter(at) && !breaks.Contains(sentence.Words[at].Lower); at--)
        {
            if (matches(sentence.Words[at].Lower) && sentence.Words[at + 1].Lower != "only")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"restarting does not help": the negation stands between the parts.</summary>
    private bool IsNegatedInside<T>(Sentence sentence, Match<T> match)
    {
        for (var at = match.First + 1; at < match.Last; at++)
        {
            if (negations.Contains(sentence.Words[at].Lower) && !match.Words.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFixed<T>(Sentence sentence, Match<T> match) =>
        fixedBefore.Find(sentence).Any(mark => mark.Last < match.First && mark.Last >= match.First - Reach)
        || fixedAfter.Find(sentence).Any(mark => mark.First > match.Last && mark.First <= match.Last + Reach);

    private bool IsOfOthers<T>(Sentence sentence, Match<T> match) =>
        others.Find(sentence).Any(other => other.Last < match.First && other.Last >= match.First - 1 - SubjectReach && !sentence.PausesAfter(other.Last));

    private static Lexicon<bool> Of(Values<string> phrases) => new(phrases.Select(phrase => (phrase, true)));
}
