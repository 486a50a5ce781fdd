namespace Hotfix.Domain;

/// <summary>A verdict on a commit, as pull requests show it: finished, with a conclusion, a page of text, and remarks on lines.</summary>
/// <param name="Name">Under which it is listed, for example <c>hotfix/config</c>.</param>
/// <param name="Commit">The commit it is about, 40 hexadecimal digits.</param>
/// <param name="Summary">Markdown. Whatever is beyond 65,535 characters is cut at a line's end, and a sentence says so; the same holds for <paramref name="Text"/>.</param>
/// <param name="Text">Markdown, shown below the summary; null for none.</param>
/// <param name="About">What we want to know of it when we find it again; people do not see it.</param>
/// <param name="Button">Null for none but GitHub's own.</param>
internal sealed record CheckRun(string Name, string Commit, CheckConclusion Conclusion, string Title, string Summary, string? Text, Values<Annotation> Annotations, CheckButton? Button = null, string? About = null);

/// <summary>A button below a check run, by which people ask for something.</summary>
/// <param name="Id">At most 20 characters; so has <paramref name="Label"/>, and <paramref name="Says"/> 40.</param>
internal sealed record CheckButton(string Id, string Label, string Says);

/// <summary>How a check ended, in GitHub's words. A required check is passed by success, neutral and skipped.</summary>
internal enum CheckConclusion
{
    Success,
    Neutral,
    Skipped,
    ActionRequired,
    Failure,
}

/// <summary>A remark on a line of a file.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Title">At most 255 characters.</param>
internal sealed record Annotation(string Path, int Line, int Column, AnnotationLevel Level, string Title, string Message);

/// <summary>How much an annotation matters, in GitHub's words.</summary>
internal enum AnnotationLevel
{
    Notice,
    Warning,
    Failure,
}
