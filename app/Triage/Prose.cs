using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>
/// The sentences a reporter says in their own words. Code (fenced, indented, inline), quotes, HTML comments and tags, images and the targets of links are no claims.
/// <para>A reader of lines, not a Markdown parser: triage needs what is said, not how it renders, and has to stay linear on whatever a stranger sends
/// (a full parser takes more than a second for 65,536 characters of <c>[](</c>).</para>
/// </summary>
internal static class Prose
{
    public static Values<Sentence> Read(Report report) =>
    [
        .. Sentence.Split(Inline.Text(report.Title), Place.Title)
            .Concat(Blocks.OwnWords(report.Body).SelectMany(line => Sentence.Split(Inline.Text(line), Place.Body)))
            .Where(sentence => sentence.Words.Count > 0),
    ];
}
