using System.Text;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Releases;

/// <summary>The names of a hotfix's branches, by the profile's patterns. Source: the design, "Branches"; seeds/001, 002 and 003; git-check-ref-format(1).</summary>
internal static class BranchNames
{
    private const int MaxWords = 5;

    private const int MaxCharacters = 40;

    /// <summary>For a title without a word that can be written in ASCII.</summary>
    private const string Nameless = "fix";

    /// <summary>Letters of Latin scripts, and what they are without their marks.</summary>
    private static readonly Dictionary<char, string> Plain = "àa áa âa ãa äae åa æae çc èe ée êe ëe ìi íi îi ïi ðd ñn òo óo ôo õo öoe øo ùu úu ûu üue ýy þth ßss ÿy ąa ćc čc ďd ęe ěe ğg ıi łl ńn ňn œoe őo řr śs şs šs ťt ůu űu źz żz žz"
        .Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);

    /// <summary>At most five words and 40 characters of a title, in ASCII and lower case, with hyphens between; never empty. Marks in brackets before it, like <c>[P0]</c>, are no words of it.</summary>
    public static string Slug(string title)
    {
        var written = new StringBuilder();

        foreach (var character in PlainTitle.WithoutMarks(title).ToLowerInvariant())
        {
            // An apostrophe is within a word: can't is cant.
            written.Append(char.IsAsciiLetterOrDigit(character) ? $"{character}" : Plain.TryGetValue(character, out var plain) ? plain : character is '\'' or '’' ? "" : " ");
        }

        return Joined(written.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } slug ? slug : Nameless;
    }

    /// <param name="pattern">The profile's <c>branches.branch</c> or <c>branches.revert</c>.</param>
    /// <param name="slug">As <see cref="Slug"/> makes it, or as somebody asked for it.</param>
    public static BranchNamed Of(string pattern, string version, string slug, DateOnly day, int issue) => NamePattern.Unknown(pattern, NamePattern.Known) is { } word
        ? new(null, $"The pattern {Quote.Code(pattern)} has {Quote.Code($"{{{word}}}")} in it, and known there is only {string.Join(", ", NamePattern.Known.Select(name => $"`{{{name}}}`"))}.")
        : Checked(NamePattern.Fill(pattern, version, slug, day, issue));

    /// <summary>The line of a release, on which its hotfixes are made.</summary>
    public static BranchNamed ReleaseLine(string tag) => Checked($"release/{tag}");

    private static BranchNamed Checked(string name) => GitRefName.Objection(name) is { } objection
        ? new(null, $"{Quote.Code(name)} cannot be a branch's name, because it {objection}. Name it with `--name`, like `--name crash-on-launch`.")
        : new(name, null);

    private static string Joined(string[] words)
    {
        var slug = string.Join('-', words.Take(MaxWords));

        if (slug.Length <= MaxCharacters)
        {
            return slug;
        }

        // Whole words where there is one; the first may be too long by itself.
        return slug.LastIndexOf('-', MaxCharacters) is var end and > 0 ? slug[..end] : slug[..MaxCharacters];
    }
}

/// <summary>A branch's name without <c>refs/heads/</c>, or one sentence why there is none.</summary>
internal sealed record BranchNamed(string? Name, string? Refusal);
