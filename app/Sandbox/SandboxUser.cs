using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>A person, an organisation or the App's bot.</summary>
internal sealed class SandboxUser
{
    public SandboxUser(long id, string login, string type, string api)
    {
        Id = id;
        Login = login;
        Type = type;
        Json = UserJson.Simple(this, api);
        PublicJson = UserJson.Public(this, api);
    }

    public long Id { get; }

    public string Login { get; }

    /// <summary><c>User</c>, <c>Organization</c> or <c>Bot</c>.</summary>
    public string Type { get; }

    /// <summary>The address that hides the real one, as GitHub makes it up.</summary>
    public string Email => $"{Id}+{Login}@users.noreply.github.com";

    public Fragment Json { get; }

    public Fragment PublicJson { get; }
}
