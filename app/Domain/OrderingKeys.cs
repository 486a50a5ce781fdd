using System.Globalization;

namespace Hotfix.Domain;

/// <summary>
/// What belongs together is handled one after another, and is stored together. Here: how an issue's and a repository's key are written.
/// <para>Shape: characters a store's key may hold; the repository's number, not its name, so that a rename does not split it.</para>
/// </summary>
internal static class OrderingKeys
{
    public static string OfIssue(long repository, int number) => string.Create(CultureInfo.InvariantCulture, $"issue-{repository}-{number}");

    public static string OfRepository(long repository) => string.Create(CultureInfo.InvariantCulture, $"repository-{repository}");
}
