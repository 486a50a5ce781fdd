namespace Hotfix.Extension.Lint;

internal enum LintLevel
{
    /// <summary>Worth knowing; nothing has to change.</summary>
    Note,

    /// <summary>Somebody should look.</summary>
    Warning,

    /// <summary>Chrome or the store refuses it, or it endangers users: do not ship.</summary>
    Error,
}

/// <summary>Something that is looked for.</summary>
/// <param name="About">What it finds, as a sentence without a subject.</param>
internal sealed record LintRule(string Id, LintLevel Level, string About)
{
    public LintFinding At(string path, int? line, string message) => new(this, path, line, message);
}

/// <summary>Something that was found.</summary>
/// <param name="Path">Inside the package.</param>
/// <param name="Line">Counted from 1; null where a whole file is meant.</param>
internal sealed record LintFinding(LintRule Rule, string Path, int? Line, string Message);
