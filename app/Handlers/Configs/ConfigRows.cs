using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Handlers.Configs;

/// <summary>
/// Where configuration is kept. Nothing is written for a repository before its first event.
/// <para>Shapes: <c>config-REPOSITORY</c> holds <c>file</c>, <c>codeowners</c>, <c>effort</c>, <c>versions</c> and <c>freeze</c>; <c>account-INSTALLATION</c> holds the account's <c>file</c>, from its repository <c>.github</c>;
/// <c>repositories-INSTALLATION</c> holds a row per repository that was heard of, named by its number.</para>
/// </summary>
internal static class ConfigRows
{
    public const string File = "file";
    public const string CodeOwners = "codeowners";
    public const string Effort = "effort";
    public const string Versions = "versions";
    public const string Freeze = "freeze";

    /// <summary>The repository whose file counts for all others of the account.</summary>
    public const string AccountRepository = ".github";

    public static string Of(Repository repository) => string.Create(CultureInfo.InvariantCulture, $"config-{repository.Id}");

    public static string OfAccount(long installation) => string.Create(CultureInfo.InvariantCulture, $"account-{installation}");

    public static string Repositories(long installation) => string.Create(CultureInfo.InvariantCulture, $"repositories-{installation}");

    public static string Row(Repository repository) => repository.Id.ToString("D19", CultureInfo.InvariantCulture);
}
