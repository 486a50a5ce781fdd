using System.Buffers;
using Hotfix.Domain;

namespace Hotfix.Triage.Owners;

/// <summary>
/// A CODEOWNERS file: who owns which paths. The last line that matches a path decides, even where it names nobody.
/// <para>Teams and e-mail addresses own too, but cannot be assigned: they are left out of the answer. A line that GitHub would skip for its syntax is skipped: a negation (<c>!</c>), a range or a
/// GitLab section (<c>[</c>), an escaped <c>#</c>, an owner that is none. GitHub loads no file above 3 MB; neither does this.</para>
/// Source: GitHub Docs, "About code owners"; git-scm.com/docs/gitignore, "Pattern format".
/// </summary>
internal sealed class CodeOwnersFile
{
    private const int Longest = 3_000_000;

    private static readonly SearchValues<char> LoginCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly List<Rule> rules = [];

    private CodeOwnersFile(string text)
    {
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            if (Read(line.Trim()) is { } rule)
            {
                rules.Add(rule);
            }
        }

        rules.Reverse();
    }

    public static CodeOwnersFile Parse(string text) => new(text.Length > Longest ? "" : text);

    /// <summary>The people who own a path, by login; none when nobody does.</summary>
    /// <param name="path">From the repository's root, with <c>/</c>; case counts.</param>
    public Values<string> OwnersOf(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);

        return rules.Find(rule => rule.Pattern.Matches(segments))?.Logins ?? [];
    }

    private static Rule? Read(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is '#' or '!' || line.StartsWith("\\#") || PathPattern.Parse(line[..PatternEnd(line)]) is not { } pattern)
        {
            return null;
        }

        var logins = new List<string>();

        foreach (var word in line[PatternEnd(line)..].ToString().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word[0] != '#'))
        {
            if (IsLogin(word))
            {
                logins.Add(word[1..]);
            }
            else if (word.IndexOf('@', StringComparison.Ordinal) is var at && (at < 0 || at == word.Length - 1 || (at == 0 && !word.Contains('/', StringComparison.Ordinal))))
            {
                return null;
            }
        }

        return new(pattern, [.. logins.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The first white space that no backslash precedes.</summary>
    private static int PatternEnd(ReadOnlySpan<char> line)
    {
        var end = 0;

        while (end < line.Length && line[end] is not (' ' or '\t'))
        {
            end += line[end] == '\\' ? 2 : 1;
        }

        return Math.Min(end, line.Length);
    }

    private static bool IsLogin(string word) => word.Length > 1 && word[0] == '@' && word.AsSpan(1).IndexOfAnyExcept(LoginCharacters) < 0;

    private sealed record Rule(PathPattern Pattern, Values<string> Logins);
}
