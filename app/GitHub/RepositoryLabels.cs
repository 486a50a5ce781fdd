using System.Net;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>
/// Sees to it that a repository has a label with our colour and description. "Already exists" is success only when what exists is what we wanted.
/// Source: GitHub REST, "Labels". Errors: as for <see cref="IIssues"/>.
/// </summary>
internal sealed class RepositoryLabels(GitHubUrl url, ICalls calls, KnownLabels known)
{
    /// <summary>Few enough to keep, many enough that two labels seldom wait for each other.</summary>
    private const int TurnCount = 64;

    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, TurnCount).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Of many who need the same new label at once, one sees to it and the others wait: a fresh repository is not asked for it once an issue.</summary>
    public async Task EnsureAsync(Repository repository, Label label, CancellationToken cancellationToken)
    {
        if (known.Has(repository, label))
        {
            return;
        }

        var turn = turns[(uint)HashCode.Combine(repository.Id, label.Name) % TurnCount];
        await turn.WaitAsync(cancellationToken);

        try
        {
            if (!known.Has(repository, label))
            {
                await CreateOrCorrectAsync(repository, label, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CreateOrCorrectAsync(Repository repository, Label label, CancellationToken cancellationToken)
    {
        var existing = await FindAsync(repository, label, cancellationToken);

        if (existing is null && !await CreateAsync(repository, label, cancellationToken))
        {
            existing = await FindAsync(repository, label, cancellationToken)
                ?? throw new UnavailableException($"GitHub says that the label '{label.Name}' exists in {repository}, and does not find it.");
        }

        if (existing is not null && !(HasColor(existing, label) && (existing.Description ?? "") == label.Description))
        {
            await CorrectAsync(repository, label, cancellationToken);
        }

        known.Add(repository, label);
    }

    /// <summary>Gives an existing label our colour and description.</summary>
    public async Task CorrectAsync(Repository repository, Label label, CancellationToken cancellationToken)
    {
        var call = On(repository, label, HttpMethod.Patch, "change") with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new LabelChange(label.Color, label.Description), IssuesJson.Default.LabelChange),
        };

        (await calls.SendAsync(call, cancellationToken)).Check(call);
    }

    public static bool HasColor(LabelWire existing, Label wanted) => existing.Color.Equals(wanted.Color, StringComparison.OrdinalIgnoreCase);

    private async Task<LabelWire?> FindAsync(Repository repository, Label label, CancellationToken cancellationToken)
    {
        var call = On(repository, label, HttpMethod.Get, "look up");
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.Status == HttpStatusCode.NotFound ? null : answer.Read(call, IssuesJson.Default.LabelWire);
    }

    /// <summary>False when somebody else created it meanwhile.</summary>
    private async Task<bool> CreateAsync(Repository repository, Label label, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Post, url.Of(repository, "labels"), repository.Installation, $"create the label '{label.Name}' in {repository}")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new LabelWire(label.Name, label.Color, label.Description), IssuesJson.Default.LabelWire),
            Creates = true,
        };

        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status == HttpStatusCode.UnprocessableEntity && Complaint.Of(answer).Has("already_exists"))
        {
            return false;
        }

        answer.Check(call);

        return true;
    }

    private Call On(Repository repository, Label label, HttpMethod method, string what) =>
        new(method, url.Of(repository, "labels", label.Name), repository.Installation, $"{what} the label '{label.Name}' of {repository}");
}
