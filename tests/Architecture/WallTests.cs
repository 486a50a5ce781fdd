using Hotfix.Tests.Support;

namespace Hotfix.Tests.Architecture;

/// <summary>Who may know whom (design, "Folders"), read off the usings. What the middle may touch of .NET is kept by the compiler: app/BannedSymbols.txt.</summary>
public sealed class WallTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Domain"] = [],
        ["Triage"] = ["Domain"],
        ["Builds"] = ["Domain", "Triage"],
        ["Commands"] = ["Builds", "Domain", "Gate", "Releases", "Triage"],
        ["Gate"] = ["Domain", "Releases", "Triage"],
        ["Releases"] = ["Domain", "Triage"],
        ["Rollout"] = ["Domain"],
        ["Templates"] = [],
        ["Configuration"] = ["Domain", "Triage", "Profiles"],
        ["Profiles"] = ["Domain", "Triage", "Commands", "Gate"],
        ["Ports"] = ["Domain"],
        ["Handlers"] = ["Domain", "Triage", "Builds", "Commands", "Gate", "Releases", "Rollout", "Templates", "Configuration", "Profiles", "Ports"],
        ["GitHub"] = ["Domain", "Ports"],
        ["ChromeWebStore"] = ["Domain", "Extension", "Ports"],
        ["Storage"] = ["Domain", "Ports"],
        ["Telemetry"] = ["Ports", "Handlers"],
        ["Sandbox"] = [],
        ["Http"] = ["Domain", "Profiles", "Ports", "Handlers", "GitHub"],
        ["Extension"] = ["Domain"],
        ["Browser"] = ["Extension"],
    };

    public static TheoryData<string> Folders => [.. MayKnow.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_whom_it_may(string folder)
    {
        var files = Directory.GetFiles(Repo.File("app", folder), "*.cs", SearchOption.AllDirectories);
        var known = files
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal))
            .Select(line => line.Replace("static ", "", StringComparison.Ordinal).Split(' ')[^1].TrimEnd(';').Split('.'))
            .Where(name => name[0] == "Hotfix")
            .Select(name => name[1])
            .Where(name => name != folder)
            .Distinct();

        Assert.NotEmpty(files);
        Assert.Empty(known.Except(MayKnow[folder]));
    }

    [Fact]
    public void The_compiler_keeps_the_wall_around_every_folder_of_the_middle()
    {
        var section = File.ReadAllLines(Repo.File(".editorconfig")).Single(line => line.StartsWith("[app/{", StringComparison.Ordinal));

        Assert.Equal("[app/{Builds,Commands,Configuration,Domain,Gate,Releases,Rollout,Triage}/**.cs]", section);
        Assert.Contains("T:System.Threading.Tasks.Task;", File.ReadAllText(Repo.File("app", "BannedSymbols.txt")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Manager")]
    [InlineData("Helper")]
    [InlineData("Processor")]
    [InlineData("Service")]
    [InlineData("Util")]
    [InlineData("Dispatcher")]
    [InlineData("Factory")]
    public void No_file_has_a_name_that_says_nothing(string word) => Assert.Empty(Directory.GetFiles(Repo.File("app"), $"*{word}.cs", SearchOption.AllDirectories));
}
