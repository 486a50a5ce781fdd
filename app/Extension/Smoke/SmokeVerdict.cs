using System.Globalization;

namespace Hotfix.Extension.Smoke;

/// <summary>Whether what a browser showed of a package is what its users should see.</summary>
internal static class SmokeVerdict
{
    private const int Told = 3;

    /// <param name="browser">Its name and version.</param>
    /// <param name="last">What the last release showed before it; null where nobody asked.</param>
    /// <param name="now">What this one showed.</param>
    /// <param name="upkeep">Judges what was stored; asked only where there is something to compare.</param>
    public static IReadOnlyList<SmokeCheck> Of(string browser, SeenPackage? last, SeenPackage now, Func<IReadOnlyList<StoredItem>, IReadOnlyList<StoredItem>, SmokeCheck> upkeep) =>
    [
        new("load", now.Refusal is null, now.Refusal is null ? $"{SafeText.Of(browser)} loads the package." : $"{SafeText.Of(browser)} does not load the package: {Sentence(now.Refusal)}"),
        .. now.Parts.Select(Check),
        .. last is null ? [] : new[] { Storage(last, now, upkeep) },
    ];

    private static SmokeCheck Check(SeenPart part)
    {
        var file = SafeText.Of(part.Path);
        var errors = Errors(part);

        return part switch
        {
            { Failure: { } failure } => new(part.What, false, $"{file} {Sentence(failure)}{(errors is "" ? "" : $" It said: {errors}")}{Offline(part)}"),
            { Errors.Count: > 0 } => new(part.What, false, $"{file}: {errors}{Offline(part)}"),
            _ => new(part.What, true, $"{file} {(part.What == "worker" ? "starts" : "opens")} without an error."),
        };
    }

    private static string Errors(SeenPart part)
    {
        var told = part.Errors.Take(Told).Select(error => SafeText.Of(error.Text) + (error.Where is null ? "" : $" ({SafeText.Of(error.Where)})"));
        var more = part.Errors.Count + part.Unlisted - Told;

        return string.Join("; ", told) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {more} more") : "");
    }

    private static string Offline(SeenPart part) => part.WasOffline ? " (It asked the network, which it is kept from; --online lets it.)" : "";

    private static SmokeCheck Storage(SeenPackage last, SeenPackage now, Func<IReadOnlyList<StoredItem>, IReadOnlyList<StoredItem>, SmokeCheck> upkeep) => (last, now) switch
    {
        ({ Refusal: { } refusal }, _) => new("storage", false, $"The browser does not load the last release, so nothing can be compared: {Sentence(refusal)}"),
        ({ Stored: { } before }, { Stored: { } after }) => upkeep(before, after) is var check && last.Parts.FirstOrDefault(part => part.Failure is not null) is { } ill
            ? check with { Summary = $"{check.Summary} The last release was not well itself: {SafeText.Of(ill.Path)} {Sentence(ill.Failure!)}" }
            : check,
        ({ Stored: null }, _) => new("storage", false, "What the last release stored could not be read, so nothing can be compared."),
        _ => new("storage", false, "What is stored after the update could not be read."),
    };

    private static string Sentence(string text) => SafeText.Of(text) is var safe && safe.EndsWith('.') ? safe : safe + ".";
}
