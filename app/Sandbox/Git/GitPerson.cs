using System.Globalization;
using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>Who made a commit or a tag, and when: as git writes it, and who that is on GitHub, where that is known. The time is kept in whole seconds, in UTC.</summary>
internal sealed record GitPerson(string Name, string Email, DateTimeOffset Time, SandboxUser? User)
{
    public static GitPerson Of(SandboxUser user, DateTimeOffset time) => new(user.Login, user.Email, time, user);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Plain(Name)} <{Plain(Email)}> {Time.ToUnixTimeSeconds()} +0000");

    /// <summary>git leaves these out too: they would end the name, the address or the line.</summary>
    private static string Plain(string text) => new StringBuilder(text).Replace("<", "").Replace(">", "").Replace("\n", "").Replace("\0", "").ToString().Trim();
}
