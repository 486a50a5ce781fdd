namespace Hotfix.Triage.Owners;

/// <summary>
/// A pattern of a CODEOWNERS file. <c>*</c> and <c>?</c> stay within a part of the path, <c>**</c> spans parts, a backslash takes what follows as it is. A slash at the beginning or in the middle ties the
/// pattern to the root, one at the end means what lies below. What names a directory owns all below it, except that a last part <c>*</c> means only what lies directly there.
/// <para>Cost: at most (parts of the pattern × parts of the path) + (characters of both, multiplied); a pattern longer than any path Git stores matches nothing.</para>
/// </summary>
internal sealed class PathPattern
{
    private const int Longest = 1000;

    /// <summary>One character, whichever; and any number of them.</summary>
    private const int One = -1, Any = -2;

    /// <summary>Parts to be matched one by one; null for any number of parts.</summary>
    private readonly int[]?[] parts;

    private PathPattern(int[]?[] parts) => this.parts = parts;

    /// <summary>Null when it is no pattern GitHub knows.</summary>
    public static PathPattern? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest || text.Trim('/').IsEmpty)
        {
            return null;
        }

        var parts = new List<int[]?>();
        var part = new List<int>();

        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '[':
                    return null;
                case '/':
                    parts.Add(Part(part));
                    part.Clear();
                    break;
                case '\\' when at + 1 < text.Length:
                    part.Add(text[++at]);
                    break;
                case '*' when part is [.., Any, Any]:
                    break; // no more than the two before
                case var other:
                    part.Add(other switch { '*' => Any, '?' => One, _ => other });
                    break;
            }
        }

        parts.Add(Part(part));

        return new(Complete(parts));
    }

    public bool Matches(ReadOnlySpan<string> path) => Wildcard.Matches(parts, path, static part => part is null, static (part, name) => Fits(part, name));

    private static bool Fits(int[]? part, string name) => Wildcard.Matches(part, name.AsSpan(), static item => item == Any, static (item, character) => item == One || item == character);

    private static int[]? Part(List<int> part) => part is [Any, Any] ? null : [.. part];

    private static int[]?[] Complete(List<int[]?> parts)
    {
        var isDirectory = parts is [.., { Length: 0 }];

        if (isDirectory)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        if (parts is [{ Length: 0 }, ..])
        {
            parts.RemoveAt(0);
        }
        else if (parts.Count == 1)
        {
            parts.Insert(0, null);
        }

        if (isDirectory || parts[^1] is null)
        {
            return [.. parts, null, [Any]];
        }

        return parts is [.., [Any]] ? [.. parts] : [.. parts, null];
    }
}
