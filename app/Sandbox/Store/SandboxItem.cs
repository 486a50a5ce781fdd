using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Store;

/// <summary>
/// An item of the sandbox's store, with the real one's rules: versions only go up, what is pending or staged keeps uploads out, percentages only rise and only for more than 10,000 users, a staged approval lapses after 30 days.
/// Everything happens while the store's gate is held.
/// </summary>
internal sealed partial class SandboxItem
{
    private const int ManyUsers = 10_000;

    private static readonly TimeSpan StagedFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan UploadShownFor = TimeSpan.FromDays(1);

    private readonly TimeProvider time;
    private readonly Lock gate;
    private readonly byte[] publicKey;
    private readonly List<string> history = [];
    private List<(string Version, int Percentage)> published = [];
    private Submission? submitted;
    private Upload? upload;
    private Upload? earlier;
    private string? draft;
    private Stale? stale;

    public SandboxItem(string publisher, TimeProvider time, Lock gate)
    {
        using var key = RSA.Create(2048);
        (Publisher, this.time, this.gate, publicKey) = (publisher, time, gate, key.ExportSubjectPublicKeyInfo());
        Id = string.Concat(SHA256.HashData(publicKey).Take(16).SelectMany(value => new[] { (char)('a' + (value >> 4)), (char)('a' + (value & 15)) }));
    }

    public string Publisher { get; }

    public string Id { get; }

    /// <summary>Of seven days.</summary>
    public long Users { get; set; } = 50_000;

    /// <summary>How often the status is asked for before an upload is done: 0 when it is done with the answer.</summary>
    public int UploadPolls { get; set; }

    /// <summary>How long an upload that goes on is not shown, and the one before it is.</summary>
    public TimeSpan UploadLag { get; set; }

    /// <summary>Whether uploads come to nothing, with the answer or after they went on.</summary>
    public bool UploadFails { get; set; }

    /// <summary>What the store calls an upload that goes on; the reference has two spellings.</summary>
    public string InProgressWord { get; set; } = "IN_PROGRESS";

    /// <summary>What the store calls an upload that came to nothing.</summary>
    public string FailureWord { get; set; } = "FAILED";

    /// <summary>What the dashboard has saved for submissions that name no percentage.</summary>
    public int SavedPercentage { get; set; } = 100;

    /// <summary>How often, after a write, the status is told as it was before it.</summary>
    public int StatusLag { get; set; }

    /// <summary>What is published is so for all, or for the testers that the dashboard names: <c>PUBLISHED_TO_TESTERS</c>.</summary>
    public string PublishedState { get; set; } = "PUBLISHED";

    /// <summary>Whether the channels of what is published are told in the other order: the reference promises none.</summary>
    public bool IsReversed { get; set; }

    /// <summary>The id that the status names instead of the item's own.</summary>
    public string? ForeignId { get; set; }

    /// <summary>The public key (DER SubjectPublicKeyInfo) that the status names instead of the item's own.</summary>
    public byte[]? ForeignKey { get; set; }

    /// <summary>The public key (DER SubjectPublicKeyInfo) by which alone uploads are taken; null where the item has not opted in.</summary>
    public byte[]? VerifiedKey { get; set; }

    /// <summary>What the store has to say when something is published.</summary>
    public IList<(string Reason, string Description)> Warnings { get; } = [];

    /// <summary>What keeps it from being published, like a missing screenshot.</summary>
    public string? Missing { get; set; }

    public bool TakenDown { get; set; }

    public bool Warned { get; set; }

    /// <summary>The package that was uploaded and not submitted.</summary>
    public string? Draft => Locked(() => draft);

    public string? SubmittedState => Locked(() => submitted?.State);

    public string? SubmittedVersion => Locked(() => submitted?.Version);

    public IReadOnlyList<(string Version, int Percentage)> Published => Locked(() => published.ToList());

    /// <summary>It was published before the test began.</summary>
    public SandboxItem WithPublished(string version, int percentage = 100) => Locked(() =>
    {
        GoLive(version, percentage);

        return this;
    });

    /// <summary>Somebody at the store looks at it and is content.</summary>
    public void Approve() => Locked(() =>
    {
        var pending = submitted is { State: "PENDING_REVIEW" } waiting ? waiting : throw new InvalidOperationException("Nothing waits for review.");

        if (pending.Staged)
        {
            submitted = pending with { State = "STAGED", ApprovedAt = time.GetUtcNow() };
        }
        else
        {
            submitted = null;
            GoLive(pending.Version, pending.Percentage);
        }

        return true;
    });

    /// <summary>The same, where the dashboard has it for testers only: it stays a submission.</summary>
    public void ApproveForTesters() => Locked(() => submitted = (submitted ?? throw new InvalidOperationException("Nothing waits for review.")) with { State = "PUBLISHED_TO_TESTERS" });

    public void Reject() => Locked(() => submitted = (submitted ?? throw new InvalidOperationException("Nothing waits for review.")) with { State = "REJECTED" });

    /// <summary>Another workflow, or somebody in the dashboard, uploads.</summary>
    public void UploadByOther(string version) => Locked(() => draft = version);

    /// <summary>The same, and submits.</summary>
    public void SubmitByOther(string version) => Locked(() =>
    {
        draft = null;
        submitted = new(version, "PENDING_REVIEW", 100, Staged: false);

        return true;
    });

    /// <summary>The same, and an upload of theirs goes on.</summary>
    public void UploadSlowlyByOther(string version, int polls) => Locked(() => upload = new(version, polls, time.GetUtcNow(), Fails: false));

    /// <summary>Somebody rolls it back in the dashboard.</summary>
    public void RollBackByOther(string version) => Locked(() =>
    {
        (submitted, draft, published) = (null, null, []);
        GoLive(version, 100);

        return true;
    });

    public JsonObject Status()
    {
        Lapse();
        Proceed();

        if (stale is { Looks: > 0 } before)
        {
            stale = before with { Looks = before.Looks - 1 };

            return (JsonObject)before.Told.DeepClone();
        }

        return Now();
    }

    private JsonObject Now()
    {
        var status = new JsonObject { ["name"] = $"publishers/{Publisher}/items/{Id}", ["itemId"] = ForeignId ?? Id, ["publicKey"] = Convert.ToBase64String(ForeignKey ?? publicKey) };

        if (published.Count > 0)
        {
            status["publishedItemRevisionStatus"] = Revision(PublishedState, IsReversed ? published.AsEnumerable().Reverse() : published);
        }

        if (submitted is { } now)
        {
            status["submittedItemRevisionStatus"] = Revision(now.State, [(now.Version, now.Percentage)]);
        }

        if (Seen is { } last && time.GetUtcNow() - last.At < UploadShownFor)
        {
            status["lastAsyncUploadState"] = last.Polls > 0 ? InProgressWord : last.Fails ? FailureWord : "SUCCEEDED";
        }

        if (TakenDown)
        {
            status["takenDown"] = true;
        }

        if (Warned)
        {
            status["warned"] = true;
        }

        return status;
    }

    private static JsonObject Revision(string state, IEnumerable<(string Version, int Percentage)> channels) => new()
    {
        ["state"] = state,
        ["distributionChannels"] = new JsonArray([.. channels.Select(channel =>
        {
            var json = new JsonObject { ["crxVersion"] = channel.Version };

            if (channel.Percentage != 0) // as proto3 leaves out what has its default
            {
                json["deployPercentage"] = channel.Percentage;
            }

            return (JsonNode)json;
        })]),
    };

    /// <summary>Just before a write: where the status lags, it is kept as it is now.</summary>
    private void Changing() => stale = StatusLag > 0 ? new(Now(), StatusLag) : null;

    /// <summary>An upload that goes on is a look further.</summary>
    private void Proceed()
    {
        if (upload is { Polls: > 0 } going && Seen == going)
        {
            upload = going with { Polls = going.Polls - 1 };

            if (upload is { Polls: 0, Fails: false })
            {
                draft = going.Version;
            }
        }
    }

    private Upload? Seen => upload is { } newest && time.GetUtcNow() - newest.At < UploadLag ? earlier : upload;

    private void Lapse()
    {
        if (submitted is { State: "STAGED" } staged && time.GetUtcNow() - staged.ApprovedAt >= StagedFor)
        {
            (submitted, draft) = (null, staged.Version);
        }
    }

    private void GoLive(string version, int percentage)
    {
        published = percentage == 100 ? [(version, 100)] : [.. published.Where(channel => channel.Percentage == 100), (version, percentage)];
        history.Add(version);
    }

    private string? Highest() => published.Count == 0 ? null : published.Select(channel => channel.Version).Aggregate((left, right) => SandboxVersion.Compare(left, right) >= 0 ? left : right);

    private T Locked<T>(Func<T> act)
    {
        lock (gate)
        {
            return act();
        }
    }

    private sealed record Submission(string Version, string State, int Percentage, bool Staged, DateTimeOffset ApprovedAt = default);

    private sealed record Stale(JsonObject Told, int Looks);

    private sealed record Upload(string Version, int Polls, DateTimeOffset At, bool Fails);
}
