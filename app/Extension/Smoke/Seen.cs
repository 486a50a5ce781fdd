namespace Hotfix.Extension.Smoke;

/// <summary>What a browser showed of one package while it ran. All texts in it are the extension's own or the browser's: <see cref="SafeText"/> before anybody reads them.</summary>
/// <param name="Refusal">Why the browser did not load it, in its words; null when it did.</param>
/// <param name="Worker">Null where there is none to start, or nothing was loaded.</param>
/// <param name="Stored">Null where it could not be read.</param>
internal sealed record SeenPackage(string? Refusal, SeenPart? Worker, IReadOnlyList<SeenPart> Pages, IReadOnlyList<StoredItem>? Stored)
{
    public static SeenPackage Refused(string reason) => new(reason, null, [], null);

    public IEnumerable<SeenPart> Parts => Worker is null ? Pages : [Worker, .. Pages];
}

/// <summary>A worker or a page.</summary>
/// <param name="What">worker, popup, options …</param>
/// <param name="Failure">Why it did not start or open, as the end of a sentence that begins with its file; null when it did.</param>
/// <param name="Unlisted">How many errors came after those that are kept.</param>
/// <param name="WasOffline">It asked for something outside of the package and got nothing.</param>
internal sealed record SeenPart(string What, string Path, string? Failure, IReadOnlyList<SeenError> Errors, int Unlisted, bool WasOffline);

/// <summary>An uncaught exception, an unhandled rejection, <c>console.error</c>, a failed assertion, or an error that the browser itself logged.</summary>
/// <param name="Where">File and line, counted from 1; null when nobody said.</param>
internal sealed record SeenError(string Text, string? Where);
