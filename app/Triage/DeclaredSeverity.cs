using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>
/// The severity a reporter states outright: "[P1] …" or "critical: …" at the start of the title, "Severity: high" in a line, or the answer under a heading "Severity"
/// (as an issue form writes it).
/// </summary>
internal sealed class DeclaredSeverity(Profile profile)
{
    private readonly Dictionary<string, Severity> words = profile.Severities
        .SelectMany(rule => rule.Value.Declared.Append(rule.Key.ToString()).Select(word => (Word: word.ToLowerInvariant(), rule.Key)))
        .ToDictionary(pair => pair.Word, pair => pair.Key, StringComparer.Ordinal);

    public Finding<Severity>? Find(Values<Sentence> sentences)
    {
        var asked = false;

        foreach (var sentence in sentences)
        {
            var answer = asked ? 0 : IsQuestion(sentence) ? 1 : IsTitlePrefix(sentence) ? 0 : -1;
            asked = sentence.Words.Count == 1 && IsQuestion(sentence);

            if (answer >= 0 && answer < sentence.Words.Count && words.TryGetValue(sentence.Words[answer].Lower, out var severity))
            {
                return new(severity, new(sentence.Slice(0, answer), sentence.Place));
            }
        }

        return null;
    }

    private static bool IsQuestion(Sentence sentence) => sentence.Words[0].Lower is "severity" or "priority";

    private static bool IsTitlePrefix(Sentence sentence) =>
        sentence.Place == Place.Title
        && sentence.Text.AsSpan(sentence.Words[0].End).TrimStart() is [':' or ']' or ')', ..];
}
