using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>Check runs at GitHub. Promises, errors and source: see <see cref="IChecks"/>.</summary>
internal sealed class GitHubChecks(GitHubUrl url, ICalls calls, IApp app) : IChecks
{
    /// <summary>How many annotations GitHub takes in one request.</summary>
    private const int MaxAnnotations = 50;

    public async Task<long> PublishAsync(Repository repository, CheckRun run, CancellationToken cancellationToken)
    {
        var first = new CheckCreation(run.Name, run.Commit, CheckWire.Completed, CheckWire.Of(run.Conclusion), CheckWire.Output(run, Batch(run, 0)), CheckWire.Actions(run), run.About);
        var call = On(repository, HttpMethod.Post, $"create the check run {run.Name} in {repository}", "check-runs") with { Body = Json(first, ChecksJson.Default.CheckCreation) };
        var id = (await calls.SendAsync(call, cancellationToken)).Read(call, ChecksJson.Default.CheckRunWire).Id;

        await ChangeAsync(repository, id, run, MaxAnnotations, cancellationToken);

        return id;
    }

    public Task UpdateAsync(Repository repository, long id, CheckRun run, CancellationToken cancellationToken) => ChangeAsync(repository, id, run, 0, cancellationToken);

    public async Task<FoundCheck?> FindAsync(Repository repository, string commit, string name, CancellationToken cancellationToken)
    {
        var us = await app.IdentityAsync(cancellationToken);
        var plain = On(repository, HttpMethod.Get, $"list the check runs of a commit of {repository}", "commits", commit, "check-runs");
        var call = plain with { Uri = new Uri($"{plain.Uri.AbsoluteUri}?check_name={Uri.EscapeDataString(name)}&app_id={us.Id}&filter=latest&per_page=100") };
        var list = (await calls.SendAsync(call, cancellationToken)).Read(call, ChecksJson.Default.CheckRunList);

        // GitHub may list one for each suite of the commit; it numbers them as they are created.
        return list.CheckRuns.Where(run => run.App?.Id == us.Id && run.Name == name).MaxBy(run => run.Id) is { } found ? new(found.Id, found.ExternalId) : null;
    }

    /// <summary>Writes the run anew, as often as it takes to send the annotations from this one on; from the first, at least once.</summary>
    private async Task ChangeAsync(Repository repository, long id, CheckRun run, int from, CancellationToken cancellationToken)
    {
        for (var at = from; at == 0 || at < run.Annotations.Count; at += MaxAnnotations)
        {
            var change = new CheckChange(CheckWire.Completed, CheckWire.Of(run.Conclusion), CheckWire.Output(run, Batch(run, at)) with { Text = CheckWire.Cut(run.Text ?? "") }, CheckWire.Actions(run));
            var number = id.ToString(CultureInfo.InvariantCulture);
            var call = On(repository, HttpMethod.Patch, $"change the check run {run.Name} in {repository}", "check-runs", number) with { Body = Json(change, ChecksJson.Default.CheckChange) };

            (await calls.SendAsync(call, cancellationToken)).Check(call);
        }
    }

    private static IEnumerable<Annotation> Batch(CheckRun run, int from) => run.Annotations.Skip(from).Take(MaxAnnotations);

    private static byte[] Json<T>(T body, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(body, type);

    private Call On(Repository repository, HttpMethod method, string what, params ReadOnlySpan<string> rest) =>
        new(method, url.Of(repository, rest), repository.Installation, what) { Grant = Grant.Code };
}
