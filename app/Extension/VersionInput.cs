using Hotfix.Domain.Versions;

namespace Hotfix.Extension;

/// <summary>Versions as somebody gave them: right, or the sentence why not.</summary>
internal static class VersionInput
{
    /// <exception cref="ExtensionException">The store takes no such version.</exception>
    public static ChromeVersion Chrome(string text) =>
        ChromeVersion.TryParse(text) ?? throw new ExtensionException($"'{Shown.Of(text)}' is no version that the store takes: it {ChromeVersion.Objection(text)}. Right would be one to four numbers up to 65535, like 1.2.3 or 1.2.3.4.");

    /// <param name="text">Perhaps with a <c>v</c> before it, as tags have.</param>
    /// <exception cref="ExtensionException">It is no semantic version.</exception>
    public static SemanticVersion Semantic(string text) =>
        SemanticVersion.TryParse(text) ?? throw new ExtensionException($"'{Shown.Of(text)}' {SemanticVersion.Objection(text)}.");

    /// <exception cref="ExtensionException">There is none.</exception>
    public static StoreVersion Store(SemanticVersion semantic, IReadOnlyCollection<ChromeVersion> taken) => StoreVersion.Allocate(semantic, taken) switch
    {
        { Version: { } version } => version,
        var refused => throw new ExtensionException(refused.Refusal!),
    };
}
