namespace Hotfix.Domain.Versions;

/// <summary>
/// The order of pre-releases of one version (semver.org 2.0.0, section 11.3 and 11.4): a release is above them all; identifiers are compared one by one, numbers as numbers, words by their bytes, a number below a word,
/// and what goes on is above what has ended.
/// </summary>
internal static class PreReleaseOrder
{
    public static int Compare(string? left, string? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => Compare(left.Split('.'), right.Split('.')),
    };

    private static int Compare(string[] left, string[] right) =>
        left.Zip(right, Identifier).FirstOrDefault(order => order != 0) is var first and not 0 ? first : left.Length.CompareTo(right.Length);

    /// <summary>Numbers have no leading zeros, so the longer one is the larger, however long.</summary>
    private static int Identifier(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) when left.Length != right.Length => left.Length.CompareTo(right.Length),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsNumber(string identifier) => identifier.All(char.IsAsciiDigit);
}
