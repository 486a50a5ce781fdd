using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Gate.Reading;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Gate;

/// <summary>A hotfix's pull request as the gate sees it: ana's, of two commits, the newest by the App; nothing has happened to it yet.</summary>
internal static class Gating
{
    public const string Fixed = "1111111111111111111111111111111111111111";
    public const string Head = "2222222222222222222222222222222222222222";
    public const string Pushed = "3333333333333333333333333333333333333333";

    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static PullEvidence Pull { get; } = new(
        7, "PR_7", PullState.Open, "", "hotfix[bot]", Head, "release/v1.0.0", "hotfix[bot]",
        [], [new(Fixed, ["ana"], false), new(Head, ["hotfix[bot]"], false)], [], [], [], [], new("main", "9999999999999999999999999999999999999999"));

    private static Fix Fix { get; } = new(
        "v1.0.0", "0000000000000000000000000000000000000000", new("1.0.1", null, 12, Now), "v1.0.1", "release/v1.0.0", "hotfix/v1.0.1-crash", Head, null, null, Now, "ana", Own: [Head]);

    public static GateFacts Facts { get; } = new(
        Pull, Fix, new(Reports.Repository, 12), Severity.P1, new(), Reports.Profile, [], [], [], null, false, Now);

    /// <summary>A push by bo on top of everything.</summary>
    public static GateFacts WithPush(this GateFacts facts, string by = "bo") =>
        facts with { Pull = facts.Pull with { Head = Pushed, Pusher = by, Commits = [.. facts.Pull.Commits, new(Pushed, [by], false)] } };

    public static GateFacts With(this GateFacts facts, params ChangedFile[] files) => facts with { Pull = facts.Pull with { Files = [.. files] } };

    public static GateFacts With(this GateFacts facts, params CheckState[] checks) => facts with { Pull = facts.Pull with { Checks = [.. checks] } };

    public static GateFacts With(this GateFacts facts, params PullReview[] reviews) => facts with { Pull = facts.Pull with { Reviews = [.. reviews] } };

    public static GateFacts WithBody(this GateFacts facts, string body) => facts with { Pull = facts.Pull with { Body = body } };

    public static GateFacts Partly(this GateFacts facts) => facts with { Pull = facts.Pull with { IsWhole = false } };

    public static ChangedFile File(string path, int added = 1, int removed = 0, PathChange change = PathChange.Changed) => new(path, change, added, removed);

    public static CheckState Check(string name, CheckHealth health = CheckHealth.Green, bool isRequired = false, string says = "") => new(name, false, health, isRequired, says);

    public static PullReview Review(string by, ReviewState state = ReviewState.Approved, string commit = Head, string body = "", bool canWrite = true, bool isBot = false, int minute = 0) =>
        new(by, isBot, canWrite, state, commit, body, Now.AddMinutes(minute));

    /// <summary>What is found of an item that asks for the evidence.</summary>
    public static Finding Look(string evidence, GateFacts facts, bool isTicked = false, string line = "The item.")
    {
        var reading = EvidenceReader.Read(evidence);
        Assert.Null(reading.Objection);

        return Evidences.Find(reading.Call!.Name)!.Look(reading.Call, new(new("item", "The item.", evidence), isTicked, line), facts);
    }

    public static ItemStanding Standing(string evidence, GateFacts facts, bool isTicked = false, string line = "The item.") => Look(evidence, facts, isTicked, line).Standing;

    public static string? Objection(string evidence) => EvidenceReader.Read(evidence).Objection;
}
