using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>What people write into the timeline.</summary>
internal static class Notes
{
    /// <summary>Of the newest, so many are kept; and so much of each: the journal holds them twice in a row of the store, and must not outgrow it in any script.</summary>
    public const int Most = 100;

    public const int MaxCharacters = 300;

    public static Values<Note> With(Domain.Hotfix hotfix, CommandCall call, string text, DateTimeOffset? at = null) =>
        [.. hotfix.Notes.Append(new(at ?? call.Facts.Now, call.Given.By.Login, text.Length > MaxCharacters ? text[..MaxCharacters] : text)).TakeLast(Most)];
}
