using System.Runtime.CompilerServices;
using Hotfix.GitHub;
using Hotfix.GitHub.Access;
using Hotfix.Ports;

namespace Hotfix.Cli.Triage.Fetching;

/// <summary>
/// Reports out of a repository on GitHub: its issues, fetched into a cache and read from there one by one. Only ever reads.
/// <para>Settings: <c>GITHUB_TOKEN</c> (a person's token; without one GitHub shows what is public), <c>HOTFIX_GITHUB_URL</c>. Errors: <see cref="InputException"/>, one sentence.</para>
/// </summary>
internal static class RepositoryReports
{
    private const string Kept = "What was fetched is kept: the same command goes on from there.";

    public static async IAsyncEnumerable<ReportRow> ReadAsync(FetchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (rest, token) = PersonalAccess.Read();
        using var cache = IssueCache.Open(CachePath.Of(rest, request));

        await FetchAsync(rest, token, cache, request, cancellationToken);

        foreach (var issue in cache.Read(request.State).Take(request.Limit ?? int.MaxValue))
        {
            yield return issue.ToRow();
        }
    }

    private static async Task FetchAsync(Uri rest, Token? token, IssueCache cache, FetchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await FetchProgress.ShowAsync($"{request}", async progress =>
            {
                using var list = new IssueList(rest, token, TimeProvider.System, Random.Shared, until => progress.Report(new(null, null, until)));
                await new Fetch(list, cache, request, progress).RunAsync(cancellationToken);
            });
        }
        catch (RefusedException refused)
        {
            throw new InputException(Sentence(refused, request, token), refused);
        }
        catch (PostponedException postponed)
        {
            throw new InputException($"{postponed.Message} {Kept}{(token is null ? " With a GITHUB_TOKEN it answers 5,000 requests an hour instead of 60." : "")}", postponed);
        }
        catch (UnavailableException unavailable)
        {
            throw new InputException($"{unavailable.Message} {Kept}", unavailable);
        }
        catch (OperationCanceledException stopped) when (cancellationToken.IsCancellationRequested)
        {
            throw new InputException($"Stopped. {Kept}", stopped);
        }
    }

    private static string Sentence(RefusedException refused, FetchRequest request, Token? token) => (refused.Status, token) switch
    {
        (401, not null) => "GitHub does not accept the token in GITHUB_TOKEN.",
        (404, not null) => $"GitHub has no repository {request}, or none that the token in GITHUB_TOKEN may see.",
        (404, null) => $"GitHub has no public repository {request}; for a private one set GITHUB_TOKEN.",
        (410, _) => $"The repository {request} has its issues switched off.",
        _ => refused.Message,
    };
}
