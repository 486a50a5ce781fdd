namespace Hotfix.Extension;

/// <summary>
/// A pattern for paths as in <c>.gitignore</c> (gitignore(5), "Pattern format"): <c>*</c> and <c>?</c> within a part, <c>[a-z]</c>, <c>**</c> across parts; one without a slash matches at any depth.
/// Time is at most the product of the two lengths, whatever the pattern.
/// </summary>
internal sealed class Glob
{
    private readonly string[] parts;

    public Glob(string pattern)
    {
        var anchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        parts = [.. anchored ? [] : new[] { "**" }, .. pattern.Trim('/').Split('/')];
    }

    public bool Matches(string path)
    {
        var names = path.Split('/');
        var (part, name, afterStars, resume) = (0, 0, -1, 0);

        while (name < names.Length)
        {
            if (part < parts.Length && parts[part] == "**")
            {
                (afterStars, resume) = (++part, name);

                if (part == parts.Length)
                {
                    return true;
                }
            }
            else if (part < parts.Length && MatchesPart(parts[part], names[name]))
            {
                (part, name) = (part + 1, name + 1);
            }
            else if (afterStars >= 0)
            {
                (part, name) = (afterStars, ++resume);
            }
            else
            {
                return false;
            }
        }

        return part == parts.Length;
    }

    private static bool MatchesPart(string pattern, string name)
    {
        var (at, character, afterStar, resume) = (0, 0, -1, 0);

        while (character < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (afterStar, resume) = (++at, character);
            }
            else if (at < pattern.Length && MatchesOne(pattern, at, name[character]) is { } next)
            {
                (at, character) = (next, character + 1);
            }
            else if (afterStar >= 0)
            {
                (at, character) = (afterStar, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    /// <summary>Where the pattern goes on when its character at <paramref name="at"/> takes this one.</summary>
    private static int? MatchesOne(string pattern, int at, char character)
    {
        if (pattern[at] == '[' && pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) is > 0 and var end)
        {
            return InClass(pattern.AsSpan(at + 1, end - at - 1), character) ? end + 1 : null;
        }

        if (pattern[at] == '\\' && at + 1 < pattern.Length)
        {
            return pattern[at + 1] == character ? at + 2 : null;
        }

        return pattern[at] == '?' || pattern[at] == character ? at + 1 : null;
    }

    private static bool InClass(ReadOnlySpan<char> characters, char character)
    {
        var negated = characters is ['!' or '^', ..];
        characters = negated ? characters[1..] : characters;
        var found = false;

        for (var at = 0; at < characters.Length; at++)
        {
            if (at + 2 < characters.Length && characters[at + 1] == '-')
            {
                found |= character >= characters[at] && character <= characters[at + 2];
                at += 2;
            }
            else
            {
                found |= characters[at] == character;
            }
        }

        return found != negated;
    }
}
