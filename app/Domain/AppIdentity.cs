namespace Hotfix.Domain;

/// <summary>The App on GitHub. It acts under the login <c>&lt;slug&gt;[bot]</c>.</summary>
internal sealed record AppIdentity(long Id, string Slug)
{
    public string Login => $"{Slug}[bot]";
}
