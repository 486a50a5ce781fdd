using System.Globalization;
using Hotfix.Domain;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Issues;

/// <summary>
/// Where issues are to be found by what they are: by the month they were filed, while their clocks run, and by when something is due. Made from the aggregate, which stays the truth: rows are written before it and
/// dropped after it, so that one too many may be there and is seen to be none, and one too few never.
/// <para>Shapes, all rows without a body but for those of the first: <c>open-REPOSITORY</c> holds <c>NUMBER</c> with the <see cref="IssueId"/>; <c>issues-REPOSITORY-YYYYMM</c> holds <c>NUMBER</c>;
/// <c>due-YYYYMMDDHH</c> (UTC) holds <c>TICKS-KIND-REPOSITORY-NUMBER</c>; <c>due-hours</c> holds <c>YYYYMMDDHH</c>. NUMBER has ten digits, TICKS 19.</para>
/// </summary>
internal sealed class IssueIndex(IDocuments documents)
{
    public const string Hours = "due-hours";

    /// <summary>Before the aggregate is written.</summary>
    public Task AddAsync(Domain.Hotfix? before, Domain.Hotfix? after, CancellationToken cancellationToken) =>
        Task.WhenAll(Rows(after).Except(Rows(before)).Select(row => documents.WriteAsync(row.Partition, [new Set(row.Row, Body(row, after!))], cancellationToken)));

    /// <summary>After it. One write each: a row that is gone already must not keep the others.</summary>
    public Task RemoveAsync(Domain.Hotfix? before, Domain.Hotfix? after, CancellationToken cancellationToken) =>
        Task.WhenAll(Rows(before).Except(Rows(after)).Where(row => row.Partition != Hours).Select(row => documents.WriteAsync(row.Partition, [new Delete(row.Row, null)], cancellationToken)));

    public static string Open(long repository) => string.Create(CultureInfo.InvariantCulture, $"open-{repository}");

    public static string Month(long repository, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"issues-{repository}-{at.UtcDateTime:yyyyMM}");

    public static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    public static string DueIn(string hour) => $"due-{hour}";

    public static string Number(int number) => number.ToString("D10", CultureInfo.InvariantCulture);

    public static string Due(DateTimeOffset due, DeadlineKind kind, IssueId issue) =>
        string.Create(CultureInfo.InvariantCulture, $"{due.UtcTicks:D19}-{kind}-{issue.Repository.Id}-{Number(issue.Number)}");

    private static IEnumerable<IndexKey> Rows(Domain.Hotfix? hotfix)
    {
        if (hotfix?.Assessment is null)
        {
            yield break;
        }

        var issue = hotfix.Issue;
        yield return new(Month(issue.Repository.Id, hotfix.OpenedAt), Number(issue.Number));

        if (hotfix.State != HotfixState.Triaged || hotfix.Deadlines.Count == 0)
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

    private static ReadOnlyMemory<byte> Body(IndexKey row, Domain.Hotfix hotfix) => row.Partition == Open(hotfix.Issue.Repository.Id) ? StateJson.Write(hotfix.Issue, StateJson.Default.IssueId) : ReadOnlyMemory<byte>.Empty;

    private sealed record IndexKey(string Partition, string Row);
}
