using System.Globalization;
using Hotfix.Domain;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Issues;

/// <summary>
/// Who has how many open reports, over all repositories of an installation; one row a person, changed only unchanged, so that two workers never give the last place of somebody to two issues.
/// <para>Shape: <c>load-INSTALLATION</c> holds a row per login in lower case, with the open issues as <c>REPOSITORY#NUMBER</c>.</para>
/// <para>Errors: <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal sealed class Roster(IDocuments documents)
{
    /// <summary>How many open reports each of these has.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LoadAsync(long installation, IEnumerable<string> logins, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(logins.Select(login => documents.FindAsync(Partition(installation), Row(login), cancellationToken)));

        return rows.OfType<Document>().ToDictionary(row => row.Row, row => Read(row).Count, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Counts an issue as somebody's; false when they have no room for it any more. Counted already, it stays so.</summary>
    public Task<bool> ClaimAsync(IssueId issue, string login, int? capacity, CancellationToken cancellationToken) => ChangeAsync(
        issue,
        login,
        held => held.Contains(Name(issue)) ? held : held.Count >= capacity ? null : [.. held, Name(issue)],
        cancellationToken);

    /// <summary>Who of these has the issue counted as theirs, or null.</summary>
    public async Task<string?> HolderAsync(IssueId issue, IEnumerable<string> logins, CancellationToken cancellationToken)
    {
        foreach (var login in logins)
        {
            if (await documents.FindAsync(Partition(issue.Repository.Installation), Row(login), cancellationToken) is { } found && Read(found).Contains(Name(issue)))
            {
                return login;
            }
        }

        return null;
    }

    public Task ReleaseAsync(IssueId issue, string login, CancellationToken cancellationToken) => ChangeAsync(issue, login, held => [.. held.Where(name => name != Name(issue))], cancellationToken);

    private async Task<bool> ChangeAsync(IssueId issue, string login, Func<Values<string>, Values<string>?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = Row(login);
            var found = await documents.FindAsync(Partition(issue.Repository.Installation), row, cancellationToken);
            var held = found is null ? [] : Read(found);

            if (change(held) is not { } next)
            {
                return false;
            }

            if (next == held)
            {
                return true;
            }

            var body = StateJson.Write([.. next], StateJson.Default.StringArray);
            DocumentWrite write = found is null ? new Insert(row, body) : new Put(row, body, found.ETag);

            if (await documents.WriteAsync(Partition(issue.Repository.Installation), [write], cancellationToken) is BatchOutcome.Written)
            {
                return true;
            }
        }
    }

    private static Values<string> Read(Document found) => [.. StateJson.Read(found.Body, StateJson.Default.StringArray)];

    private static string Partition(long installation) => string.Create(CultureInfo.InvariantCulture, $"load-{installation}");

    private static string Row(string login) => login.ToLowerInvariant();

    private static string Name(IssueId issue) => string.Create(CultureInfo.InvariantCulture, $"{issue.Repository.Id}#{issue.Number}");
}
