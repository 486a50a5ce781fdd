using System.Text;
using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;

namespace Hotfix.Tests.Support;

/// <summary>A repository with an extension in it that has been released once, and then worked on.</summary>
internal static class Released
{
    public const string Manifest = "{\n  \"manifest_version\": 3,\n  \"name\": \"Tally\",\n  \"version\": \"1.0.0\",\n  \"action\": {}\n}\n";

    public static async Task<HotfixTester> StartAsync(string? config = null, string tag = "v1.0.0", TimeProvider? time = null, WorkOptions? work = null, TimeSpan? callTimeout = null, string? workflow = null)
    {
        var hotfix = await HotfixTester.StartAsync(time, work, callTimeout);
        Fill(hotfix.Repository, config, tag, workflow);

        return hotfix;
    }

    /// <summary>The same in a repository of any sandbox.</summary>
    public static void Fill(SandboxRepository repository, string? config = null, string tag = "v1.0.0", string? workflow = null)
    {
        var files = new Dictionary<string, string?> { ["manifest.json"] = Manifest, ["CHANGELOG.md"] = "# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-11-01\n\n- First release.\n", ["src/popup.js"] = "open();\n" };

        if (config is not null)
        {
            files[".github/hotfix.yml"] = config;
        }

        if (workflow is not null)
        {
            files[".github/workflows/hotfix.yml"] = workflow;
        }

        repository.Push("main", files, message: "First release");
        repository.Release(tag);
        repository.Push("main", "src/new.js", "unfinished();\n");
    }

    /// <summary>A P0 that was filed and triaged.</summary>
    public static async Task<SandboxIssue> ReportAsync(this HotfixTester hotfix, string title = "The extension crashes on every page") =>
        (await hotfix.FileAsync(title, "It crashes for all users, and their saved data is lost.")).Issue;

    /// <summary>The pull request of the one hotfix there is.</summary>
    public static SandboxPull Fix(this HotfixTester hotfix) => Assert.Single(hotfix.Repository.Pulls);

    /// <summary>What our App has answered on an issue or a pull request, the card left out.</summary>
    public static IReadOnlyList<string> Answers(this SandboxIssue issue) =>
        [.. issue.Comments.Where(comment => comment.ByApp && !comment.Body.Contains("hotfix:card", StringComparison.Ordinal)).Select(comment => comment.Body)];

    public static string Text(this SandboxBlob file) => Encoding.UTF8.GetString(file.Bytes.Span);
}
