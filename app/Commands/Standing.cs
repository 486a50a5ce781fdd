using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>Who may use a verb: whoever has the role it needs; where the config says otherwise for the verb, whoever has that role, is in one of its teams, or is named.</summary>
internal static class Standing
{
    public static bool IsAllowed(CommandRule? rule, RepositoryRole needs, RepositoryRole role, Values<string> teams, string login) => rule is null
        ? role >= needs
        : role >= rule.Role || teams.Count > 0 || rule.People.Contains(login, StringComparer.OrdinalIgnoreCase);
}
