namespace Hotfix.Sandbox;

/// <summary>
/// Who may do what in a repository: what a test set, else <c>admin</c> for its owner, <c>write</c> for its team, and <c>read</c>, which everybody has where all is public.
/// </summary>
internal sealed class SandboxRoles(SandboxRepository repository)
{
    private readonly Dictionary<string, string> given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>admin</c>, <c>maintain</c>, <c>write</c>, <c>triage</c>, <c>read</c> or <c>none</c>; GitHub also knows roles that organisations make up.</summary>
    public string this[string login]
    {
        get
        {
            lock (repository.State.Gate)
            {
                return given.GetValueOrDefault(login) ?? (repository.Owner.Login.Equals(login, StringComparison.OrdinalIgnoreCase) ? "admin" : repository.Team.Contains(login) ? "write" : "read");
            }
        }

        set
        {
            lock (repository.State.Gate)
            {
                repository.State.User(login);
                given[login] = value;
            }
        }
    }

    /// <summary>The user of this login; null when nobody has it. Whoever has a role exists, even when nobody has named them yet.</summary>
    public SandboxUser? Find(string login) => repository.State.FindUser(login) ?? (IsCollaborator(login) ? repository.State.User(login) : null);

    /// <summary>Whether somebody was given a role here, and does not only have that of everybody.</summary>
    public bool IsCollaborator(string login) => (given.ContainsKey(login) || this[login] != "read") && this[login] != "none";
}
