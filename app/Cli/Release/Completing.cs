using Hotfix.Cli.Extension;
using Hotfix.Domain;
using Hotfix.GitHub.Releasing;
using Hotfix.Ports;
using Hotfix.Releases.Publishing;

namespace Hotfix.Cli.Release;

/// <summary>Carries out what a release is still missing. Whatever stops it, the sentence says what is there by then, and the next run goes on from it.</summary>
internal sealed class Completing(ReleaseDesk desk, WantedRelease wanted, IReadOnlyDictionary<string, byte[]> files, string body)
{
    private readonly List<string> uploaded = [];
    private HeldRelease? held;
    private string upload = "";

    public async Task<ReleaseLine> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var releases = await desk.ListAsync(cancellationToken);
        (held, upload) = releases.Where(one => one.Release.Tag == wanted.Tag).OrderBy(one => one.Release.IsDraft).FirstOrDefault();
        var ruling = ReleaseCompletion.Decide(held, await desk.CommitOfAsync(wanted.Tag, cancellationToken), wanted);
        var plan = ruling.Plan ?? throw new InputException(ruling.Refusal!);

        if (!dryRun)
        {
            await DoAsync(plan, cancellationToken);
        }

        return new(wanted.Tag, wanted.Commit, State, held?.Page, plan.Create && !dryRun, plan.Publish && !dryRun, dryRun ? [.. plan.Upload] : uploaded, [.. plan.Kept], [.. held?.Files.Where(file => file.IsWhole).Select(Line) ?? []], dryRun, [.. ReleaseCompletion.Others(releases.Select(one => one.Release), wanted)]);
    }

    private string State => held switch
    {
        null => "none",
        { IsDraft: true } => "draft",
        { IsPrerelease: true } => "prerelease",
        _ => "release",
    };

    private ReleaseFileLine Line(HeldFile file) => new(file.Name, file.Bytes, file.Sha256, held is { IsDraft: false } ? file.Url : null);

    private async Task DoAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            if (plan.Create)
            {
                (held, upload) = await desk.DraftAsync(wanted, body, cancellationToken);
            }

            if (plan.Retarget)
            {
                held = await desk.ChangeAsync(held!, new(TargetCommitish: wanted.Commit), "move", cancellationToken);
            }

            foreach (var file in plan.Remove)
            {
                await desk.RemoveAsync(file, cancellationToken);
                held = held! with { Files = [.. held.Files.Where(other => other != file)] };
            }

            foreach (var name in plan.Upload)
            {
                await UploadAsync(name, cancellationToken);
            }

            if (plan.Publish || plan.Promote)
            {
                held = await desk.ChangeAsync(held!, new(Draft: plan.Publish ? false : null, Prerelease: wanted.IsPrerelease), "publish", cancellationToken);
            }
        }
        catch (Exception wrong) when (wrong is RefusedException or UnavailableException or PostponedException)
        {
            throw new InputException($"{wrong.Message} {Left()}", wrong);
        }
    }

    private async Task UploadAsync(string name, CancellationToken cancellationToken)
    {
        var file = await desk.UploadAsync(upload, name, files[name], cancellationToken);
        var digest = Shared.Sha256(files[name]);

        if (file.Sha256 is { } stored && stored != digest)
        {
            throw new InputException($"GitHub holds {name} with the sha256 {stored}, and {digest} was sent. {Left()}");
        }

        uploaded.Add(name);
        held = held! with { Files = [.. held.Files, file] };
    }

    /// <summary>What is there now.</summary>
    private string Left() => held is null
        ? "No release was made that is known of; run again, and one that is there is found and completed."
        : $"The {(State == "draft" ? "draft" : "release")} {wanted.Tag} stays, with {uploaded.Count} of the files of this run; run again, and it is completed.";
}
