using Hotfix.Domain;

namespace Hotfix.Triage.Reading;

/// <summary>A report, read: its sentences with the place each stands in, and the answers it gives to what a form asks.</summary>
internal sealed record ReadReport(Values<Sentence> Sentences, IReadOnlyDictionary<Question, string> Answers);

/// <summary>
/// Reads a report as people write them: a filled form, headings of their own, or plain text. Headings are the profile's lists; one it does not know belongs to the answer it stands in.
/// </summary>
internal sealed class ReportReader
{
    private const string NoResponse = "_No response_";

    private static readonly string[] MailPrefixes = ["Re:", "Fwd:", "Fw:", "Aw:", "Wg:", "Sv:"];

    private readonly Spelling spelling;
    private readonly Dictionary<string, Question> headings;
    private readonly string[] templateLines;

    public ReportReader(Profile profile, Spelling spelling)
    {
        this.spelling = spelling;
        templateLines = [.. profile.TemplateLines];
        headings = profile.Headings.SelectMany(heading => heading.Value.Select(name => (name, heading.Key))).ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);
    }

    public ReadReport Read(Report report)
    {
        var sentences = new List<Sentence>();
        var answers = new Dictionary<Question, string>();
        // A title that a mail program made is nobody's claim of today.
        Add(sentences, report.Title, IsOfMail(report.Title) ? Place.Body : Place.Title);
        ReadBody(report.Body, sentences, answers);

        foreach (var line in report.Replies.SelectMany(Blocks.Read))
        {
            Add(sentences, line.Text, line.IsCode ? Place.Log : Place.Reply);
        }

        return new([.. sentences], answers);
    }

    private void ReadBody(string body, List<Sentence> sentences, Dictionary<Question, string> answers)
    {
        var question = Question.Other;
        var isInline = false;

        foreach (var line in Paragraphs.Join(Blocks.Read(body)))
        {
            var text = line.Text;

            if (!line.IsCode && Heading.Read(text) is var (name, rest) && headings.TryGetValue(name, out var asked))
            {
                (question, text, isInline) = (asked, rest, rest.Length > 0);
            }
            else if (isInline)
            {
                // "Log: none" is answered on its line; what follows is prose again.
                (question, isInline) = (Question.Other, false);
            }

            if (text.Length == 0 || IsOfTemplate(text))
            {
                continue;
            }

            if (question is Question.Kind or Question.Severity or Question.Version or Question.Platform or Question.Affected)
            {
                // An answer of one line, or of one sentence: what comes after it is prose again.
                var end = text.IndexOf(". ", StringComparison.Ordinal);
                answers.TryAdd(question, (end < 0 ? text : text[..end]).Trim());
                Add(sentences, end < 0 ? "" : text[(end + 2)..], Place.Body);
                question = Question.Other;
            }
            else
            {
                Add(sentences, text, line.IsCode ? Place.Log : PlaceOf(question));
            }
        }
    }

    private static bool IsOfMail(string title) => Array.Exists(MailPrefixes, prefix => title.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private bool IsOfTemplate(string text)
    {
        var own = text.Trim(' ', '*', '_', '.');

        return text.Trim().Equals(NoResponse, StringComparison.OrdinalIgnoreCase) || Array.Exists(templateLines, line => own.Equals(line, StringComparison.OrdinalIgnoreCase) || (line.Length > 20 && own.StartsWith(line, StringComparison.OrdinalIgnoreCase)));
    }

    private void Add(List<Sentence> sentences, string line, Place place)
    {
        if (place == Place.Log)
        {
            sentences.AddRange(Sentence.Split(line, place, spelling).Where(sentence => sentence.Words.Count > 0));
            return;
        }

        var (text, code) = Inline.Read(line);
        sentences.AddRange(Sentence.Split(text, place, spelling).Concat(Sentence.Split(code, Place.Log, spelling)).Where(sentence => sentence.Words.Count > 0));
    }

    private static Place PlaceOf(Question question) => question switch
    {
        Question.Actual => Place.Actual,
        Question.Steps => Place.Steps,
        Question.Expected => Place.Expected,
        Question.Logs => Place.Log,
        _ => Place.Body,
    };
}
