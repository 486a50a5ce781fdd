using System.Text.RegularExpressions;

namespace Hotfix.Domain.Versions;

/// <summary>
/// A team's regular expression for the place of a version: .NET's language without what looks back or ahead, so that no text can make it take long; <c>^</c> and <c>$</c> are the ends of a line. The group <c>version</c> is the version.
/// </summary>
internal static class VersionPattern
{
    public const string Group = "version";

    private const int MaxCharacters = 200;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Why it cannot be used, as it follows "this"; null when it can.</summary>
    public static string? Objection(string pattern)
    {
        if (pattern.Length > MaxCharacters)
        {
            return $"is longer than {MaxCharacters} characters";
        }

        try
        {
            return Compile(pattern).GetGroupNames().Contains(Group) ? null : "has no group named version; write (?<version>...) around the version";
        }
        catch (NotSupportedException)
        {
            return "looks back or ahead, or counts too far, and neither is supported here";
        }
        catch (ArgumentException)
        {
            return "is no regular expression that can be understood";
        }
    }

    /// <exception cref="ArgumentException">It is none; <see cref="Objection"/> says so before.</exception>
    /// <exception cref="NotSupportedException">Likewise.</exception>
    public static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Limit);
}
