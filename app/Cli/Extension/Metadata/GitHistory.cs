using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Hotfix.Extension;

namespace Hotfix.Cli.Extension.Metadata;

/// <summary>What git says about the commit a package was built from.</summary>
/// <param name="CommittedAt">In UTC. It stands for the build's time, so that the same commit gives the same file.</param>
/// <param name="Since">The last tag before the commit; null where there is none.</param>
/// <param name="Truncated">Whether there are more changes than are listed.</param>
internal sealed record GitHistory(string Commit, DateTimeOffset CommittedAt, string? Tag, string? Branch, string? Since, IReadOnlyList<ChangeLine> Changes, bool Truncated)
{
    /// <summary>More commits than that since a tag are no list that somebody reads.</summary>
    private const int MaxChanges = 500;

    public static async Task<GitHistory> ReadAsync(string repository, CancellationToken cancellationToken)
    {
        var (log, error) = await RunAsync(["-C", repository, "log", "-1", "--format=%H%x00%ct"], cancellationToken);

        if (log is not [var head, ..] || head.Split('\0') is not [var commit, var seconds])
        {
            throw new ExtensionException($"'{repository}' is no git repository with a commit that can be read: metadata says which commit a package was built from (--repo). git says: {Shown.Of(error)}");
        }

        if (await GitAsync("rev-parse", "--is-shallow-repository") is ["true", ..])
        {
            throw new ExtensionException($"'{repository}' is a shallow clone, without the history and tags that changes are counted from: fetch all of it, in a workflow by `fetch-depth: 0` of actions/checkout.");
        }

        var tag = (await GitAsync("describe", "--tags", "--exact-match", "HEAD"))?.FirstOrDefault();
        var branch = (await GitAsync("symbolic-ref", "--short", "HEAD"))?.FirstOrDefault();
        var since = (await GitAsync("describe", "--tags", "--abbrev=0", "HEAD^"))?.FirstOrDefault();
        var changes = await GitAsync("log", string.Create(CultureInfo.InvariantCulture, $"--max-count={MaxChanges + 1}"), "--format=%H%x00%s", since is null ? "HEAD" : $"refs/tags/{since}..HEAD");

        return new(commit, DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)), tag, branch, since, [.. (changes ?? []).Take(MaxChanges).Select(line => line.Split('\0', 2)).Select(parts => new ChangeLine(parts[0], parts[^1]))], changes?.Length > MaxChanges);

        async Task<string[]?> GitAsync(params string[] arguments) => (await RunAsync(["-C", repository, .. arguments], cancellationToken)).Lines;
    }

    /// <summary>The lines it printed, null when it says no; and the first line of why.</summary>
    private static async Task<(string[]? Lines, string Error)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var errors = git.StandardError.ReadToEndAsync(cancellationToken);
            var output = await git.StandardOutput.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);

            return (git.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null, (await errors).Split('\n')[0].Trim());
        }
        catch (Win32Exception)
        {
            throw new ExtensionException("git is not on this machine: metadata says which commit a package was built from.");
        }
    }
}
