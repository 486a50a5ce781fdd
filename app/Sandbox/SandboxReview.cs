namespace Hotfix.Sandbox;

/// <summary>A review of a pull request, of the commit that was its head then.</summary>
internal sealed class SandboxReview(SandboxPull pull, long id, SandboxUser author, string state, string body, DateTimeOffset now)
{
    public SandboxPull Pull { get; } = pull;

    public long Id { get; } = id;

    public string NodeId => $"PRR_kwDO{Id:D8}";

    public SandboxUser Author { get; } = author;

    /// <summary><c>approved</c>, <c>changes_requested</c>, <c>commented</c> or <c>dismissed</c>.</summary>
    public string State { get; set; } = state;

    public string Body { get; set; } = body;

    public string Commit { get; } = pull.Head.Sha;

    public DateTimeOffset Submitted { get; } = now;

    public DateTimeOffset Updated { get; set; } = now;
}
