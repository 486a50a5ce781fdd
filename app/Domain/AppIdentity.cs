namespace Hotfix.Domain;

/// <summary>The App on GitHub. It acts under the login <c>&lt;slug&gt;[bot]</c>.</summary>
internal sealed record AppIdentity(long Id, string Slug)
{
    public string Login => $"{Slug}[bot]";
}

/// <summary>The App as it is set up on GitHub.</summary>
/// <param name="Permissions">From what (<c>issues</c>) to how much (<c>read</c>, <c>write</c> or <c>admin</c>).</param>
/// <param name="Events">What it is told of, by name.</param>
internal sealed record AppRegistration(AppIdentity Identity, IReadOnlyDictionary<string, string> Permissions, IReadOnlyCollection<string> Events);
