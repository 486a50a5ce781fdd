using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.GraphQl;

/// <summary>Users, bots and organisations, and those whom git names. As on GitHub, a bot's login has <c>[bot]</c> at its end only where git is asked.</summary>
internal static class GraphPeople
{
    private static readonly GraphType User = Actor("User", "RequestedReviewer");

    private static readonly GraphType Bot = Actor("Bot", "RequestedReviewer");

    private static readonly GraphType Organization = Actor("Organization");

    private static readonly GraphType Account = new GraphType("User").With<SandboxUser>("login", user => user.Login).With<SandboxUser>("databaseId", user => user.Id);

    private static readonly GraphType GitActor = new GraphType("GitActor")
        .With<GitPerson>("name", person => person.Name)
        .With<GitPerson>("email", person => person.Email)
        .With<GitPerson>("user", person => Account.OrNull(person.User));

    public static GraphNode Of(SandboxUser user) => (user.Type switch { "Bot" => Bot, "Organization" => Organization, _ => User }).Of(user);

    public static GraphNode Of(GitPerson person) => GitActor.Of(person);

    private static GraphType Actor(string name, params string[] wider) => new GraphType(name, ["Actor", .. wider])
        .With<SandboxUser>("login", user => user.Login.EndsWith("[bot]", StringComparison.Ordinal) ? user.Login[..^"[bot]".Length] : user.Login)
        .With<SandboxUser>("databaseId", user => user.Id);
}
