using System.Globalization;
using System.Text;
using Hotfix.Extension;

namespace Hotfix.Cli.Actions;

/// <summary>A run for people, as the Markdown of its summary page. Others' words are shown and do nothing.</summary>
internal static class RunMarkdown
{
    private const int Most = 300;

    private static readonly Dictionary<string, string> Marks = new() { ["success"] = "✅", ["failure"] = "❌", ["skipped"] = "➖" };

    public static string Of(RunReport report, RunState state)
    {
        var text = new StringBuilder();
        var what = report.Version is { } version ? $" `{Plain(version)}`" : "";
        Line($"### Hotfix{what}: {report.Result}{(report.DryRun ? " (dry run: nothing was written)" : "")}");
        Line(report.FailedStep is { } failed ? $"\n**{Plain(failed)}** failed: {Plain(report.Checks.First(check => check.Conclusion == "failure").Summary ?? "")}\n" : "");
        Line("| step | | what | seconds |\n| --- | --- | --- | ---: |");

        foreach (var check in report.Checks)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"| {Plain(check.Name)} | {Marks.GetValueOrDefault(check.Conclusion, "")} {Plain(check.Conclusion)} | {Plain(check.Summary ?? "")} | {check.Seconds:0.#} |"));
        }

        if (report.Artifacts.Count > 0)
        {
            Line("\n| file | bytes | sha256 |\n| --- | ---: | --- |");

            foreach (var file in report.Artifacts)
            {
                Line(string.Create(CultureInfo.InvariantCulture, $"| {(file.Url is null ? Plain(file.Name) : $"[{Plain(file.Name)}]({file.Url})")} | {file.Bytes:#,0} | `{Plain(file.Sha256)}` |"));
            }
        }

        Line("");

        foreach (var line in Left(report, state))
        {
            Line($"- {line}");
        }

        return text.ToString().TrimEnd() + "\n";

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>What is out in the world now, and what to do next.</summary>
    private static IEnumerable<string> Left(RunReport report, RunState state)
    {
        if (report.Release is { } release && !report.DryRun)
        {
            yield return $"**Release** [{Plain(state.Release?.Tag ?? report.Version ?? "release")}]({release}){(state.Release is { State: "draft" } ? ", a draft still" : "")}.";
        }

        if (report.Store is { } store)
        {
            var share = store.Percentage is { } percentage ? string.Create(CultureInfo.InvariantCulture, $", {percentage} % of the users") : "";
            yield return $"**Store** {(state.Store?.Url is { } url ? $"[{Plain(store.Item)}]({url})" : Plain(store.Item))}: {Plain(store.Version ?? "")} is `{Plain(store.State)}`{share}.";
        }

        foreach (var warning in state.Store?.Warnings ?? [])
        {
            yield return $"**The store warns** {Plain(warning)}";
        }

        if (report.Result != "success" && !report.DryRun)
        {
            yield return report.Release is null && report.Store is null
                ? report.Checks.Any(check => check is { Kind: "publish", Conclusion: "failure" })
                    ? "**What the store was asked for** is in its line above and in full in the log. Run it again when the cause is gone: it goes on from there."
                    : "**Nothing was published.** Run it again when the cause is gone."
                : "**What is named above stays.** Run it again when the cause is gone: it goes on from there, and does nothing twice.";
        }
    }

    /// <summary>One line that is no Markdown, no HTML and no mention.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();

        foreach (var character in Shown.UpTo(Most, text))
        {
            plain.Append(character switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '@' => "&#64;", '|' or '`' or '*' or '[' or ']' or '!' or '\\' => $"\\{character}", _ => $"{character}" });
        }

        return plain.ToString();
    }
}
