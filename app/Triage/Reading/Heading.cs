namespace Hotfix.Triage.Reading;

/// <summary>
/// A line that names what follows: <c>### Severity</c> as an issue form writes it, <c>**Severity**: P0</c> or <c>Severity: P0</c> as people do. What stands behind it on the line is the beginning of the answer.
/// <para>Source: GitHub's issue forms render each answer under <c>### label</c> (reference "Issue forms and task lists", section 2); seeds/001, "Create GitHub issue".</para>
/// </summary>
internal static class Heading
{
    private const int MaxCharacters = 60;

    /// <summary>The name in lower case, and what follows it; null for a line that names nothing.</summary>
    public static (string Name, string Answer)? Read(string line) => line switch
    {
        ['#', ..] when line.TrimStart('#') is [' ', ..] title => (Clean(title), ""),
        ['*', '*', ..] when line.IndexOf("**", 2, StringComparison.Ordinal) is > 2 and var end => (Clean(line[2..end]), line[(end + 2)..].TrimStart(':', ' ')),
        _ when line.IndexOf(':', StringComparison.Ordinal) is > 1 and < MaxCharacters and var colon => (Clean(line[..colon]), line[(colon + 1)..].Trim()),
        _ => null,
    };

    private static string Clean(string name) => name.Trim(' ', '#', '*', ':', '_', '?').ToLowerInvariant();
}
