using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hotfix.Sandbox.Runner;

/// <summary>
/// Runs a composite action from its action.yml as GitHub's runner does: steps in order, each its own bash, speaking to the runner by files and by lines of its output. Actions that a step uses are played by stand-ins.
/// It knows as much of GitHub's runner as our action uses; what it does not know is a <see cref="RunnerFault"/>. Source: GitHub docs, "Metadata syntax", "Workflow commands", "Variables reference".
/// </summary>
internal sealed class ActionRunner(string folder, RunnerOptions options)
{
    private readonly ActionFile action = ActionFile.Read(File.ReadAllText(Path.Combine(folder, "action.yml")));
    private readonly List<RanStep> ran = [];
    private readonly List<UsedAction> used = [];
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);
    private readonly RunnerLog log = new() { Heard = options.Heard };
    private readonly List<string> summaries = [];

    public async Task<RunnerResult> RunAsync(IReadOnlyDictionary<string, string> inputs, CancellationToken cancellationToken)
    {
        Prepare();
        var context = new JobContext(action, environment, options.Token, ran);
        context.Inputs = action.Inputs.ToDictionary(input => input.Name, input => inputs.GetValueOrDefault(input.Name) ?? Expression.Fill(input.Default ?? "", context));

        if (inputs.Keys.FirstOrDefault(name => action.Inputs.All(input => input.Name != name)) is { } unknown)
        {
            throw new RunnerFault($"The action has no input '{unknown}'.");
        }

        foreach (var step in action.Steps)
        {
            ran.Add(await StepAsync(step, context, cancellationToken));
            options.Ended?.Invoke(ran[^1]);
        }

        var outputs = action.Outputs.ToDictionary(output => output.Name, output => Expression.Fill(output.Value, context));

        return new(!context.HasFailed, [.. ran], outputs, log.Text, log.Annotations, string.Concat(summaries), [.. used]);
    }

    private void Prepare()
    {
        foreach (var (name, value) in options.Environment)
        {
            environment[name] = value;
        }

        environment["CI"] = "true";
        environment["GITHUB_ACTIONS"] = "true";
        environment["GITHUB_ACTION_PATH"] = folder;
        environment["GITHUB_WORKSPACE"] = options.Workspace;
        environment["RUNNER_TEMP"] = Directory.CreateDirectory(options.Temp).FullName;
        environment["RUNNER_OS"] = OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsWindows() ? "Windows" : "Linux";
        environment["RUNNER_ARCH"] = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "ARM64" : "X64";
    }

    private async Task<RanStep> StepAsync(ActionStep step, JobContext context, CancellationToken cancellationToken)
    {
        if (!Expression.IsTrue(step.If, context))
        {
            return new(step.Id, step.Name, "skipped", "skipped", new Dictionary<string, string>());
        }

        log.Begin(step.Name);
        var (succeeded, outputs) = step.Uses is { } uses
            ? Use(uses, step.With.ToDictionary(pair => pair.Key, pair => Expression.Fill(pair.Value, context)))
            : await RunAsync(step, context, cancellationToken);
        var outcome = succeeded ? "success" : "failure";

        return new(step.Id, step.Name, outcome, step.ContinueOnError ? "success" : outcome, outputs);
    }

    private (bool Succeeded, IReadOnlyDictionary<string, string> Outputs) Use(string uses, Dictionary<string, string> with)
    {
        used.Add(new(uses, with));
        var outputs = options.StandIns.TryGetValue(uses.Split('@')[0], out var play) ? play(with) : throw new RunnerFault($"Nobody plays the action {uses}.");

        return (outputs is not null, outputs ?? new Dictionary<string, string>());
    }

    private async Task<(bool Succeeded, IReadOnlyDictionary<string, string> Outputs)> RunAsync(ActionStep step, JobContext context, CancellationToken cancellationToken)
    {
        var files = new FileCommands(options.Temp);
        var script = Path.Combine(options.Temp, $"{Guid.NewGuid():N}.sh");
        await File.WriteAllTextAsync(script, Expression.Fill(step.Run!, context), cancellationToken);
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.Combine(options.Workspace, step.WorkingDirectory ?? "."),
        };
        start.Environment.Clear();

        foreach (var (name, value) in environment.Concat(files.Variables).Concat(step.Env.Select(pair => KeyValuePair.Create(pair.Key, Expression.Fill(pair.Value, context)))))
        {
            start.Environment[name] = value;
        }

        var succeeded = await ExecuteAsync(start, cancellationToken);
        Learn(files);
        var outputs = files.Outputs;
        files.Remove();
        File.Delete(script);

        return (succeeded, outputs);
    }

    private async Task<bool> ExecuteAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();

        try
        {
            await Task.WhenAll(HearAsync(process.StandardOutput, cancellationToken), HearAsync(process.StandardError, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0;
    }

    private async Task HearAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            log.Write(line);
        }
    }

    /// <summary>What a step set is there for the next ones.</summary>
    private void Learn(FileCommands files)
    {
        summaries.Add(files.Summary);

        foreach (var (name, value) in files.Environment)
        {
            environment[name] = value;
        }

        foreach (var path in files.Paths)
        {
            environment["PATH"] = $"{path}{Path.PathSeparator}{environment.GetValueOrDefault("PATH")}";
        }
    }
}
