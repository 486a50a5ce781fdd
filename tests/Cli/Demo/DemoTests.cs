using Hotfix.Profiles;

namespace Hotfix.Tests.Cli.Demo;

/// <summary><c>hotfix demo</c> by each profile, as somebody in a terminal sees it: it is right only when the gate went from red to green because of what people did, and the fix was merged.</summary>
public sealed class DemoTests
{
    public static TheoryData<string> Names => [.. BuiltIns.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_gate_goes_from_red_to_green_by_evidence(string profile)
    {
        var (exitCode, output, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken, "demo", "--profile", profile);
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        var way = lines.SkipWhile(line => !line.StartsWith("The gate of ", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("The timeline of ", StringComparison.Ordinal)).ToList();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal("All as it should be.", lines[^2]);
        Assert.Equal("  maintainer comments /hotfix start", way[2]);
        Assert.StartsWith("    ✗ ", way[3], StringComparison.Ordinal);
        Assert.StartsWith("    ✓ All ", Assert.Single(way, line => line.Contains('✓', StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(
            ["  maintainer pushes the fix and a test of it", "  CI is green: build, test", "  colleague approves"],
            way.Where(line => line.Contains("pushes", StringComparison.Ordinal) || line.Contains("CI is", StringComparison.Ordinal) || line.EndsWith("approves", StringComparison.Ordinal)));
        Assert.Contains("every item of the gate is closed", string.Join('\n', way), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("    Merged into ", way.Last(line => line.Length > 0), StringComparison.Ordinal);
        Assert.All(way, line => Assert.InRange(line.Length, 0, 100));
    }
}
