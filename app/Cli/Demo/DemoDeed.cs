using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Gate.Kinds;
using Hotfix.Gate.Reading;
using Hotfix.Sandbox;

namespace Hotfix.Cli.Demo;

/// <summary>What people do about a hotfix between its start and its merge.</summary>
/// <param name="Did">As one would say it.</param>
/// <param name="Deliveries">What GitHub tells of it, in order.</param>
internal sealed record DemoDeed(string Did, IEnumerable<SandboxDelivery> Deliveries)
{
    public const string Author = "maintainer";

    private static readonly string[] Checks = ["build", "test"];

    /// <summary>The branch asks for what a team's would: that CI is green, and the gate.</summary>
    public static void Require(SandboxRepository repository, string branch) => repository.Require(branch, [.. Checks, GateReport.CheckName]);

    /// <summary>What closes the items of the checklist as it was pinned, by the evidence that each of them asks for. Each is done when it is reached.</summary>
    public static IEnumerable<DemoDeed> Of(SandboxPull pull, DemoCode code, Profile profile, Values<PinnedItem> items)
    {
        var calls = items.Select(item => EvidenceReader.Read(item.Evidence).Call!).ToList();
        var (_, push, synchronize) = pull.PushToPull(code.Fix, Author, $"{profile.Branches.FixMessage ?? "fix: "}show titles as text");
        yield return new($"{Author} pushes the fix and a test of it", [push, synchronize]);

        if (Wanted(calls, "filled") is { Count: > 0 } sections)
        {
            yield return new($"{Author} writes into the pull request: {string.Join(", ", sections)}", [pull.EditBody(sections.Aggregate(pull.Issue.Body ?? "", Filled), Author)]);
        }

        string[] checks = [.. Checks, .. Wanted(calls, "platforms")];
        yield return new($"CI is green: {string.Join(", ", checks)}", checks.SelectMany(name => pull.Issue.Repository.Check(pull.Head.Sha, name).Deliveries));

        foreach (var person in Enumerable.Range(1, calls.Where(call => call.Name == "approval").Select(call => Arguments.At(call, 0)).DefaultIfEmpty().Max()))
        {
            var colleague = $"colleague{(person > 1 ? $"-{person}" : "")}";
            pull.Issue.Repository.Roles[colleague] = "write";
            yield return new($"{colleague} approves", [pull.Review(colleague, "approve").Delivery]);
        }

        foreach (var item in items.Where(item => EvidenceReader.Read(item.Evidence).Call!.Name == "manual"))
        {
            yield return new($"{Author} ticks \"{item.Text}\"", [pull.EditBody(Ticked(pull.Issue.Body ?? "", item.Id), Author)]);
        }
    }

    private static List<string> Wanted(List<EvidenceCall> calls, string name) => [.. calls.Where(call => call.Name == name).SelectMany(call => call.Arguments).Distinct()];

    private static string Filled(string body, string section) =>
        body.Replace($"### {section}\n", $"### {section}\n\nTitles have gone into the page as markup since the list was drawn anew; now they are text.\n", StringComparison.Ordinal);

    /// <summary>As a click on the box does.</summary>
    private static string Ticked(string body, string id) =>
        string.Join('\n', body.Split('\n').Select(line => line.Contains($"<!-- hotfix:{id} -->", StringComparison.Ordinal) ? line.Replace("- [ ]", "- [x]", StringComparison.Ordinal) : line));
}
