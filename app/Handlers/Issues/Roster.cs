using System.Globalization;
using Hotfix.Domain;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Issues;

/// <summary>
/// Who has how many open reports, over all repositories of an installation. A person's number is changed together with the row of the issue that changes it, and only unchanged: so an issue counts
/// once however often it is claimed, two workers never give somebody's last place to two issues, and what is read does not grow with what people have.
/// <para>Shape: <c>load-INSTALLATION</c> holds per person <c>count LOGIN</c> (in lower case) with the number, and without a body an <c>open LOGIN REPOSITORY-NUMBER</c> for each open issue of theirs.</para>
/// <para>Errors: <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal sealed class Roster(IDocuments documents)
{
    private const string Counts = "count ";

    /// <summary>How many open reports everybody has who has any.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LoadAsync(long installation, CancellationToken cancellationToken)
    {
        var load = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

        await foreach (var row in documents.AllAsync(Partition(installation), RowRange.Prefix(Counts), cancellationToken))
        {
            if (Count(row) is > 0 and var count)
            {
                load[row.Row[Counts.Length..]] = count;
            }
        }

        return load;
    }

    /// <summary>Counts an issue as somebody's; false when they have no room for it any more. Counted already, it stays so.</summary>
    public async Task<bool> ClaimAsync(IssueId issue, string login, int? capacity, CancellationToken cancellationToken)
    {
        while (await PlaceAsync(issue, login, cancellationToken) is null)
        {
            var person = await PersonAsync(issue, login, cancellationToken);
            var count = Count(person);

            if (count >= capacity)
            {
                return false;
            }

            if (await WriteAsync(issue, [new Insert(Place(issue, login), ReadOnlyMemory<byte>.Empty), Counted(login, person, count + 1)], cancellationToken))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>Who of these has the issue counted as theirs, or null.</summary>
    public async Task<string?> HolderAsync(IssueId issue, IEnumerable<string> logins, CancellationToken cancellationToken)
    {
        foreach (var login in logins)
        {
            if (await PlaceAsync(issue, login, cancellationToken) is not null)
            {
                return login;
            }
        }

        return null;
    }

    public async Task ReleaseAsync(IssueId issue, string login, CancellationToken cancellationToken)
    {
        while (await PlaceAsync(issue, login, cancellationToken) is { } place)
        {
            var person = await PersonAsync(issue, login, cancellationToken);

            if (await WriteAsync(issue, [new Delete(place.Row, place.ETag), Counted(login, person, Math.Max(0, Count(person) - 1))], cancellationToken))
            {
                return;
            }
        }
    }

    private Task<Document?> PersonAsync(IssueId issue, string login, CancellationToken cancellationToken) => documents.FindAsync(Partition(issue.Repository.Installation), Person(login), cancellationToken);

    private Task<Document?> PlaceAsync(IssueId issue, string login, CancellationToken cancellationToken) => documents.FindAsync(Partition(issue.Repository.Installation), Place(issue, login), cancellationToken);

    /// <summary>False when somebody else changed a row since it was read.</summary>
    private async Task<bool> WriteAsync(IssueId issue, DocumentWrite[] writes, CancellationToken cancellationToken) =>
        await documents.WriteAsync(Partition(issue.Repository.Installation), writes, cancellationToken) is BatchOutcome.Written;

    private static DocumentWrite Counted(string login, Document? before, int count)
    {
        var body = StateJson.Write(count, StateJson.Default.Int32);

        return before is null ? new Insert(Person(login), body) : new Put(Person(login), body, before.ETag);
    }

    private static int Count(Document? person) => person is null ? 0 : StateJson.Read(person.Body, StateJson.Default.Int32);

    private static string Partition(long installation) => string.Create(CultureInfo.InvariantCulture, $"load-{installation}");

    private static string Person(string login) => Counts + login.ToLowerInvariant();

    private static string Place(IssueId issue, string login) => string.Create(CultureInfo.InvariantCulture, $"open {login.ToLowerInvariant()} {issue.Repository.Id}-{issue.Number}");
}
