using Hotfix.Domain;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage.Claims;

/// <summary>The severity a reporter states outright: as a form's answer, after a heading "Severity", or at the start of the title: "[P1] …", "critical: …".</summary>
internal sealed class DeclaredReading(Profile profile)
{
    private readonly Dictionary<string, Severity> words = profile.Severities
        .SelectMany(rule => rule.Value.Declared.Append(rule.Key.ToString()).Select(word => (Word: word.ToLowerInvariant(), rule.Key)))
        .ToDictionary(pair => pair.Word, pair => pair.Key, StringComparer.Ordinal);

    public Finding<Severity>? Find(ReadReport report, string title) =>
        report.Answers.TryGetValue(Question.Severity, out var answer) && Word.Read(answer).FirstOrDefault() is { Lower: { } stated } && words.TryGetValue(stated, out var severity)
            ? new(severity, new(answer, Place.Form))
            : AtStartOf(title);

    private Finding<Severity>? AtStartOf(string title) =>
        Word.Read(title).FirstOrDefault() is { Lower: { } first } word
        && words.TryGetValue(first, out var severity)
        && title.AsSpan(word.End).TrimStart() is [':' or ']' or ')' or '!' or '-' or '–', ..]
            ? new(severity, new(title[word.Start..word.End], Place.Title))
            : null;
}
