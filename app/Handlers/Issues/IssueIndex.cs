using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotfix.Domain;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Issues;

/// <summary>
/// Where issues are to be found by what they are: by the month they were filed, while their clocks run, by when something is due, and by branch, tag and pull request of their fix. Made from the aggregate, which stays the truth: rows are written before it and
/// dropped after it, so that one too many may be there and is seen to be none, and one too few never.
/// <para>Shapes, all rows without a body but for those of the first two and the last: <c>open-REPOSITORY</c> holds <c>NUMBER</c> with the <see cref="IssueId"/>; so does <c>gates-REPOSITORY</c>, of those whose pull request is open; <c>issues-REPOSITORY-YYYYMM</c> holds <c>NUMBER</c>;
/// <c>due-YYYYMMDDHH</c> (UTC) holds <c>TICKS-KIND-REPOSITORY-NUMBER</c>; <c>due-hours</c> holds <c>YYYYMMDDHH</c>;
/// <c>refs-REPOSITORY</c> holds the SHA-256 (64 hexadecimal digits; a branch's name may hold what a key may not) of <c>heads/BRANCH</c>, <c>tags/TAG</c>, <c>pull/NUMBER</c>, <c>commits/HEAD</c> of an open pull request, <c>merges/COMMIT</c> of a merged one or <c>into/BRANCH</c> (of those that go into it, the last) with the <see cref="IssueId"/>. NUMBER has ten digits, TICKS 19.</para>
/// </summary>
internal sealed class IssueIndex(IDocuments documents)
{
    public const string Hours = "due-hours";

    /// <summary>Before the aggregate is written.</summary>
    public Task AddAsync(Domain.Hotfix? before, Domain.Hotfix? after, CancellationToken cancellationToken) => ReferenceEquals(before, after)
        ? Task.CompletedTask
        : Task.WhenAll(Rows(after).Except(Rows(before)).GroupBy(row => row.Partition).Select(rows => documents.WriteAsync(rows.Key, [.. rows.Select(row => new Set(row.Row, Body(row, after!)))], cancellationToken)));

    /// <summary>After it. One write each: a row that is gone already must not keep the others.</summary>
    public Task RemoveAsync(Domain.Hotfix? before, Domain.Hotfix? after, CancellationToken cancellationToken) =>
        Task.WhenAll(Rows(before).Except(Rows(after)).Where(row => row.Partition != Hours).Select(row => RemoveAsync(row, before!.Issue, cancellationToken)));

    public static string Open(long repository) => string.Create(CultureInfo.InvariantCulture, $"open-{repository}");

    /// <summary>Where the hotfixes are whose gates are judged.</summary>
    public static string Gates(long repository) => string.Create(CultureInfo.InvariantCulture, $"gates-{repository}");

    public static string Month(long repository, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"issues-{repository}-{at.UtcDateTime:yyyyMM}");

    public static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    public static string DueIn(string hour) => $"due-{hour}";

    public static string Number(int number) => number.ToString("D10", CultureInfo.InvariantCulture);

    public static string Due(DateTimeOffset due, DeadlineKind kind, IssueId issue) =>
        string.Create(CultureInfo.InvariantCulture, $"{due.UtcTicks:D19}-{kind}-{issue.Repository.Id}-{Number(issue.Number)}");

    /// <summary>The issue whose hotfix one of these is of (<c>heads/BRANCH</c>, <c>tags/TAG</c>, <c>pull/NUMBER</c>, <c>commits/HEAD</c>), or null.</summary>
    public async Task<IssueId?> OfRefsAsync(long repository, IEnumerable<string> refs, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(refs.Select(name => documents.FindAsync(Refs(repository), Ref(name), cancellationToken)));

        return found.FirstOrDefault(row => row is not null) is { } first ? StateJson.Read(first.Body, StateJson.Default.IssueId) : null;
    }

    /// <summary>The repository of this number, as it was called when a hotfix was last made in it; null where none ever was.</summary>
    public async Task<Repository?> RepositoryAsync(long repository, CancellationToken cancellationToken) =>
        await documents.QueryAsync(Refs(repository), RowRange.Prefix(""), 1, cancellationToken) is [var first, ..] ? StateJson.Read(first.Body, StateJson.Default.IssueId).Repository : null;

    /// <summary>By which the last hotfix that goes into a branch is known.</summary>
    public static string Line(string branch) => $"into/{branch}";

    /// <summary>By which a merged hotfix is known that others followed into the same branch. Not <c>commits/</c>: another pull request may have this commit as its head.</summary>
    public static string Merge(string commit) => $"merges/{commit}";

    private static string Refs(long repository) => string.Create(CultureInfo.InvariantCulture, $"refs-{repository}");

    /// <summary>A branch may be another hotfix's by now, and then so is its row.</summary>
    private async Task RemoveAsync(IndexKey row, IssueId issue, CancellationToken cancellationToken)
    {
        var isRef = row.Partition == Refs(issue.Repository.Id);
        var found = isRef ? await documents.FindAsync(row.Partition, row.Row, cancellationToken) : null;

        if (!isRef || (found is not null && StateJson.Read(found.Body, StateJson.Default.IssueId).Number == issue.Number))
        {
            await documents.WriteAsync(row.Partition, [new Delete(row.Row, found?.ETag)], cancellationToken);
        }
    }

    private static string Ref(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static IEnumerable<IndexKey> Rows(Domain.Hotfix? hotfix) => OfFix(hotfix).Concat(OfIssue(hotfix));

    private static IEnumerable<IndexKey> OfFix(Domain.Hotfix? hotfix)
    {
        if (hotfix?.Fix is not { } fix)
        {
            yield break;
        }

        var refs = Refs(hotfix.Issue.Repository.Id);
        yield return new(refs, Ref(Line(fix.Base)));
        yield return new(refs, Ref($"tags/{fix.Tag}"));

        // Before it is made, the branch may be somebody else's; once there is a pull request, it may be restored.
        if (fix.Head is not null || fix.Pull is not null)
        {
            yield return new(refs, Ref($"heads/{fix.Branch}"));
        }

        if (fix.Pull is { } pull)
        {
            yield return new(refs, Ref($"pull/{pull.Number}"));
        }

        if (fix.Pull is { State: PullState.Merged, MergeCommit: { } merge })
        {
            yield return new(refs, Ref(Merge(merge)));
        }

        if (fix.Pull is { State: PullState.Draft or PullState.Open } open)
        {
            yield return new(refs, Ref($"commits/{open.Head}"));
            yield return new(Gates(hotfix.Issue.Repository.Id), Number(hotfix.Issue.Number));
        }
    }

    private static IEnumerable<IndexKey> OfIssue(Domain.Hotfix? hotfix)
    {
        if (hotfix?.Assessment is null)
        {
            yield break;
        }

        var issue = hotfix.Issue;
        yield return new(Month(issue.Repository.Id, hotfix.OpenedAt), Number(issue.Number));

        if (!hotfix.State.IsOpen() || hotfix.Deadlines.Count == 0)
        {
            yield break;
        }

        yield return new(Open(issue.Repository.Id), Number(issue.Number));

        foreach (var deadline in hotfix.Deadlines)
        {
            if (deadline is { Due: { } due, MetAt: null })
            {
                yield return new(Hours, Hour(due));
                yield return new(DueIn(Hour(due)), Due(due, deadline.Kind, issue));
            }
        }
    }

    private static ReadOnlyMemory<byte> Body(IndexKey row, Domain.Hotfix hotfix) => row.Partition == Open(hotfix.Issue.Repository.Id) || row.Partition == Gates(hotfix.Issue.Repository.Id) || row.Partition == Refs(hotfix.Issue.Repository.Id) ? StateJson.Write(hotfix.Issue, StateJson.Default.IssueId) : ReadOnlyMemory<byte>.Empty;

    private sealed record IndexKey(string Partition, string Row);
}
