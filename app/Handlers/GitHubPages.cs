using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Handlers;

/// <summary>Pages that people open at GitHub.</summary>
/// <param name="Web">GitHub's address for people.</param>
internal sealed record GitHubPages(Uri Web)
{
    public string RunOf(WorkflowClaims claims) =>
        string.Create(CultureInfo.InvariantCulture, $"{Web.AbsoluteUri.TrimEnd('/')}/{string.Join('/', claims.Repository.Split('/').Select(Uri.EscapeDataString))}/actions/runs/{claims.Run}/attempts/{claims.Attempt}");
}
