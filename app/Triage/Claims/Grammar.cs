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

    /// <summary>How many words "would", "whether" and "is gone" reach over, up to a pause or a "but".</summary>
    private const int FarReach = 15;

    /// <summary>How many words may stand between a subject and what it does.</summary>
    private const int SubjectReach = 2;

    private readonly HashSet<string> negations = [.. rule.Negations];
    private readonly HashSet<string> breaks = [.. rule.Breaks];
    private readonly HashSet<string> turns = [.. rule.Turns];
    private readonly HashSet<string> additions = [.. rule.Turns, .. rule.Additions];
    private readonly HashSet<string> asking = [.. rule.Asking];
    private readonly HashSet<string> hypothetical = [.. rule.Hypothetical];
    private readonly Lexicon<Mark> marks = new(
    [
        .. Of(rule.ReportingQuestions, Mark.ReportingQuestion), .. Of(rule.FixedBefore, Mark.FixedBefore), .. Of(rule.FixedAfter, Mark.FixedAfter),
        .. Of(rule.Others, Mark.Other), .. Of(rule.Names, Mark.Name),
    ]);

    private readonly Lexicon<bool> fixedNext = Of(rule.FixedNext);
    private readonly Lexicon<bool> trouble = Of(rule.Trouble);
    private readonly Lexicon<bool> narrowing = Of(rule.Narrowing);
    private readonly Lexicon<bool> wide = Of(rule.Wide);

    private enum Mark
    {
        ReportingQuestion,
        FixedBefore,
        FixedAfter,
        Other,
        Name,
    }

    /// <summary>The matches of a sentence that claim something. The words around are looked up once a sentence, however many matches it has.</summary>
    public IEnumerable<Match<T>> Claims<T>(Sentence sentence, Lexicon<T> words)
    {
        List<Match<T>> matches = [.. words.Find(sentence)];
        var around = (matches.Count == 0 ? [] : marks.Find(sentence)).ToLookup(mark => mark.Meaning);
        var isAsked = sentence.IsQuestion && !around.Contains(Mark.ReportingQuestion);

        return matches.Where(match => !(isAsked && !IsStatedBefore(sentence, match.Last)) && !Undoes(sentence, around, match));
    }

    /// <summary>"It crashed in 1.1. In 1.2 it does not any more."</summary>
    public bool EndsTheOneBefore(Sentence sentence) => fixedNext.IsIn(sentence);

    /// <summary>"it happens every time".</summary>
    public bool SpeaksOfTrouble(Sentence sentence) => trouble.IsIn(sentence);

    /// <summary>"when I export": one action is hit.</summary>
    public bool IsNarrow(Sentence sentence) => narrowing.IsIn(sentence);

    /// <summary>"on start": everything is hit.</summary>
    public bool IsWide(Sentence sentence) => wide.IsIn(sentence);

    private static IEnumerable<(string, Mark)> Of(Values<string> phrases, Mark mark) => phrases.Select(phrase => (phrase, mark));

    private static Lexicon<bool> Of(Values<string> phrases) => new(phrases.Select(phrase => (phrase, true)));

    private bool Undoes<T>(Sentence sentence, ILookup<Mark, Match<Mark>> around, Match<T> match) =>
        IsWithin(sentence, match.First, Reach, breaks, negations)
        || IsWithin(sentence, match.First, FarReach, turns, hypothetical)
        || IsNegatedInside(sentence, match)
        || around[Mark.Name].Any(name => name.First <= match.First && name.Last >= match.Last)
        || around[Mark.FixedBefore].Any(mark => mark.Last < match.First && mark.Last >= match.First - Reach && IsOneThought(sentence, mark.Last, match.First, turns) && !IsWithin(sentence, mark.First, 2, [], negations))
        || around[Mark.FixedAfter].Any(mark => mark.First > match.Last && mark.First <= match.Last + FarReach && IsOneThought(sentence, match.Last, mark.First, additions))
        || around[Mark.Other].Any(other => other.Last < match.First && other.Last >= match.First - 1 - SubjectReach && IsJoined(sentence, other.Last));

    /// <summary>"All my chats are gone, what can I do?": what comes before the pause is no question, unless it opens like one: "Does it crash, or not?"</summary>
    private bool IsStatedBefore(Sentence sentence, int last)
    {
        for (var at = last; at < sentence.Words.Count - 1 && !asking.Contains(sentence.Words[0].Lower); at++)
        {
            if (sentence.PausesAfter(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nothing between two words parts them: no pause, and none of the words that begin another thought.</summary>
    private static bool IsOneThought(Sentence sentence, int from, int to, HashSet<string> stops)
    {
        for (var at = from; at < to; at++)
        {
            if (sentence.PausesAfter(at) || (at > from && stops.Contains(sentence.Words[at].Lower)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWithin(Sentence sentence, int first, int reach, HashSet<string> stops, HashSet<string> words)
    {
        for (var at = first - 1; at >= 0 && at >= first - reach && !sentence.PausesAfter(at) && !stops.Contains(sentence.Words[at].Lower); at--)
        {
            if (words.Contains(sentence.Words[at].Lower) && sentence.Words[at + 1].Lower != "only")
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

    /// <summary>"my mail client crashes", and "my mail client, which crashes".</summary>
    private static bool IsJoined(Sentence sentence, int subject) => !sentence.PausesAfter(subject) || sentence.Words[subject + 1].Lower == "which";
}
