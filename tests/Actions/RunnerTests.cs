using Hotfix.Sandbox.Runner;

namespace Hotfix.Tests.Actions;

/// <summary>The runner by itself: what it does with an action is what GitHub's does, and what it does not know it refuses.</summary>
public sealed class RunnerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-runner-");
    private readonly List<RanStep> ended = [];

    [Fact]
    public async Task Steps_speak_to_the_runner_by_files()
    {
        var result = await RunAsync(
            """
            - id: one
              shell: bash
              run: |
                echo "plain=1" >>"$GITHUB_OUTPUT"
                printf 'many<<X1\na=b\nc<<d\nX1\n' >>"$GITHUB_OUTPUT"
                echo "LATER=said before" >>"$GITHUB_ENV"
                mkdir -p "$RUNNER_TEMP/bin" && printf '#!/bin/sh\necho from the path\n' >"$RUNNER_TEMP/bin/ours" && chmod +x "$RUNNER_TEMP/bin/ours"
                echo "$RUNNER_TEMP/bin" >>"$GITHUB_PATH"
                echo "### Hello" >>"$GITHUB_STEP_SUMMARY"
            - shell: bash
              run: echo "$LATER, $(ours), $GIVEN"
              env:
                GIVEN: ${{ steps.one.outputs.plain }}-${{ inputs.word }}
            """);

        Assert.True(result.Succeeded, result.Log);
        Assert.Equal("a=b\nc<<d", result.Step("one").Outputs["many"]);
        Assert.Contains("said before, from the path, 1-usual", result.Log, StringComparison.Ordinal);
        Assert.Equal("### Hello\n", result.Summary);
    }

    [Fact]
    public async Task After_a_failure_only_those_run_that_ask_for_it()
    {
        var result = await RunAsync(
            """
            - { id: tried, shell: bash, run: exit 1, continue-on-error: true }
            - { id: after, shell: bash, run: 'true', if: steps.tried.outcome == 'failure' && steps.tried.conclusion == 'success' }
            - { id: broken, shell: bash, run: 'false | true' }
            - { id: next, shell: bash, run: 'true', if: inputs.word == 'usual' }
            - { id: mourner, shell: bash, run: 'true', if: failure() && !cancelled() }
            - { id: last, shell: bash, run: 'true', if: '${{ always() }}' }
            """);

        Assert.False(result.Succeeded);
        Assert.Equal(["failure", "success", "failure", "skipped", "success", "success"], result.Steps.Select(step => step.Outcome));
        Assert.Equal("success", result.Step("tried").Conclusion);
        Assert.Equal(result.Steps, ended);
    }

    [Fact]
    public async Task What_is_masked_is_in_no_log_and_what_is_stopped_is_no_command()
    {
        var result = await RunAsync(
            """
            - shell: bash
              run: |
                echo "::add-mask::hush-hush%25"
                echo "it is hush-hush% now"
                echo "::stop-commands::t0ken"
                echo "::error::not ours, hush-hush%"
                echo "::t0ken::"
                echo "::warning title=Mind::two%0Alines"
            """);

        Assert.DoesNotContain("hush-hush", result.Log, StringComparison.Ordinal);
        Assert.Contains("it is *** now", result.Log, StringComparison.Ordinal);
        Assert.Equal(["warning: Mind: two\nlines"], result.Annotations);
    }

    [Theory]
    [InlineData("'a' == 'A' && 'x' || 'y'", "x")]
    [InlineData("inputs.word != 'usual' && 'x' || format('{0}-{{{1}}}', 'it''s', 2)", "it's-{2}")]
    [InlineData("!(true && false) == true", "true")]
    [InlineData("contains(inputs.word, 'SUA')", "true")]
    [InlineData("steps.later.outputs.none", "")]
    [InlineData("null == 0", "true")]
    public async Task Expressions_are_worked_out_as_GitHub_does(string expression, string expected)
    {
        var result = await RunAsync($"- {{ id: later, shell: bash, run: 'echo \"[$WORD]\"', env: {{ WORD: \"${{{{ {expression} }}}}\" }} }}");

        Assert.Contains($"[{expected}]", result.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- { shell: bash, run: 'true', if: inputs.wrod == '1' }", "There is nothing under 'inputs.wrod' in this action.")]
    [InlineData("- { shell: bash, run: 'true', if: hashFiles('a') }", "calls hashFiles with 1 arguments, which is not known.")]
    [InlineData("- { shell: bash, run: 'true', if: 1 > 0 }", "is not known from '> 0' on.")]
    [InlineData("- { shell: bash, run: 'true', timeout-minutes: 3 }", "A step says 'timeout-minutes', which is not known.")]
    [InlineData("- { run: 'true' }", "has no shell, or another than bash.")]
    [InlineData("- { uses: somebody/else@v1 }", "Nobody plays the action somebody/else@v1.")]
    [InlineData("- { shell: bash, run: 'echo nothing >>\"$GITHUB_OUTPUT\"' }", "Invalid format 'nothing'.")]
    public async Task What_it_does_not_know_it_refuses(string step, string expected) =>
        Assert.Contains(expected, (await Assert.ThrowsAsync<RunnerFault>(() => RunAsync(step))).Message, StringComparison.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<RunnerResult> RunAsync(string steps)
    {
        var action = Directory.CreateDirectory(Path.Combine(folder.FullName, "action")).FullName;
        var indented = string.Join('\n', steps.Split('\n').Select(line => $"    {line}"));
        await File.WriteAllTextAsync(Path.Combine(action, "action.yml"), $"name: Test\ndescription: Test.\ninputs:\n  word:\n    description: A word.\n    default: usual\nruns:\n  using: composite\n  steps:\n{indented}\n", TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };
        var options = new RunnerOptions(folder.FullName, Path.Combine(folder.FullName, "temp"), "token", environment, new Dictionary<string, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>?>>());

        return await new ActionRunner(action, options with { Ended = ended.Add }).RunAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken);
    }
}
