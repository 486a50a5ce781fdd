using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Handlers;

/// <summary>What a delivery holds that we sent ourselves.</summary>
/// <param name="Issue">Whose clocks are to be counted anew; null where those of the repository are, or of its account.</param>
/// <param name="Cause">Names what made us send it.</param>
internal sealed record DerivedEvent(Repository Repository, IssueId? Issue, string Cause, bool OfAccount = false, string? After = null);

/// <summary>Deliveries that we send ourselves, through the same inbox as GitHub's: each is decided once, in order with the others of its key. The id is derived from the cause, so that sent twice it is one.</summary>
internal static class Derived
{
    public const string Recount = "hotfix.recount";
    public const string Command = "hotfix.command";
    public const string Failed = "hotfix.failed";
    public const string Verdict = "hotfix.verdict";
    public const string Build = "hotfix.build";

    public static bool IsOurs(string name) => name is Recount or Command or Failed or Verdict or Build;

    public static Delivery RecountOf(IssueId issue, string cause) =>
        Of($"recount-{cause}-{issue.Repository.Id}-{issue.Number}", OrderingKeys.OfIssue(issue.Repository.Id, issue.Number), new(issue.Repository, issue, cause));

    /// <param name="after">The row after which to go on.</param>
    public static Delivery RecountOf(Repository repository, string cause, bool ofAccount, string? after) =>
        Of($"recount-{cause}-{(ofAccount ? "all-" : "")}{repository.Id}-from-{after ?? "0"}", OrderingKeys.OfRepository(repository.Id), new(repository, null, cause, ofAccount, after));

    /// <summary>A person waits for it, so it goes before what nobody waits for.</summary>
    /// <param name="cause">Names the comment's delivery and the command's place in it, by which those of one comment are in order.</param>
    public static Delivery CommandOf(IssueId issue, GivenCommand command, string cause) => new(
        $"command-{cause}",
        Command,
        OrderingKeys.OfIssue(issue.Repository.Id, issue.Number),
        $"{issue.Repository}",
        true,
        StateJson.Write(new CommandAsked(issue, command), StateJson.Default.CommandAsked));

    /// <summary>So that whoever gave a command hears that it failed for good, and does not wait.</summary>
    public static Delivery FailureOf(string key, DeliveryHead head, ReadOnlyMemory<byte> body) => new(
        $"failed-{head.Id}-{head.Tries}",
        Failed,
        key,
        head.Repository,
        false,
        StateJson.Write(new CommandFailed(StateJson.Read(body, StateJson.Default.CommandAsked).Command, head.Id), StateJson.Default.CommandFailed));

    /// <summary>Asked for again and again for the same time it is one.</summary>
    public static Delivery VerdictOf(IssueId issue, DateTimeOffset at) => new(
        string.Create(CultureInfo.InvariantCulture, $"verdict-{issue.Repository.Id}-{issue.Number}-{at.UtcTicks:D19}"),
        Verdict,
        OrderingKeys.OfIssue(issue.Repository.Id, issue.Number),
        $"{issue.Repository}",
        false,
        StateJson.Write(new VerdictAsked(issue), StateJson.Default.VerdictAsked))
    {
        NotBefore = at,
    };

    /// <summary>The same report sent twice is one; a run may send several, each once.</summary>
    /// <param name="digest">Of the report as it was sent, hexadecimal.</param>
    public static Delivery BuildOf(IssueId issue, Build build, string digest) => new(
        string.Create(CultureInfo.InvariantCulture, $"build-{build.Run}-{build.Attempt}-{digest[..16]}"),
        Build,
        OrderingKeys.OfIssue(issue.Repository.Id, issue.Number),
        $"{issue.Repository}",
        false,
        StateJson.Write(new BuildReported(issue, build), StateJson.Default.BuildReported));

    public static GitHubEvent Read(string name, ReadOnlyMemory<byte> body) => name switch
    {
        Command => StateJson.Read(body, StateJson.Default.CommandAsked),
        Failed => StateJson.Read(body, StateJson.Default.CommandFailed),
        Build => StateJson.Read(body, StateJson.Default.BuildReported),
        Verdict => StateJson.Read(body, StateJson.Default.VerdictAsked),
        _ => Recounted(StateJson.Read(body, StateJson.Default.DerivedEvent)),
    };

    private static GitHubEvent Recounted(DerivedEvent sent) => sent switch
    {
        { Issue: { } issue } => new ClocksRecounted(issue),
        var many => new RecountAsked(many.Repository, many.Cause, many.OfAccount, many.After),
    };

    private static Delivery Of(string id, string key, DerivedEvent sent) => new(id, Recount, key, $"{sent.Repository}", false, StateJson.Write(sent, StateJson.Default.DerivedEvent));
}
