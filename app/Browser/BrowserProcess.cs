using System.ComponentModel;
using System.Diagnostics;
using Hotfix.Extension;

namespace Hotfix.Browser;

/// <summary>
/// A browser of our own: its profile and home are below one temporary folder, and it sees nothing of our environment, where keys may be.
/// It ends when the pipe to it does, so that none is left behind however we end.
/// </summary>
internal sealed class BrowserProcess : IDisposable
{
    private const int KeptErrors = 2048;

    // DevTools' pipes are descriptors 3 and 4 of the browser; a child of ours gets 0, 1 and 2.
    private const string Shell = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null";
    private static readonly string[] Needed = ["PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "FONTCONFIG_FILE"];
    private readonly Process process;
    private readonly Task<string> errors;

    private BrowserProcess(Process process) => (this.process, errors) = (process, LastAsync(process.StandardError));

    public Stream ToBrowser => process.StandardInput.BaseStream;

    public Stream FromBrowser => process.StandardOutput.BaseStream;

    /// <param name="home">What it may take for its user's home.</param>
    /// <exception cref="ExtensionException">It cannot be started here.</exception>
    public static BrowserProcess Start(string path, IEnumerable<string> arguments, string home)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new ExtensionException("On Windows no browser can be driven yet: run this on Linux or macOS.");
        }

        var start = new ProcessStartInfo("/bin/sh", ["-c", Shell, path, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var kept = Needed.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).Where(variable => variable.Value is not null).ToList();
        start.Environment.Clear();
        kept.ForEach(variable => start.Environment[variable.Name] = variable.Value);
        start.Environment["HOME"] = home;
        start.Environment["TMPDIR"] = home;

        try
        {
            return new(Process.Start(start)!);
        }
        catch (Win32Exception wrong)
        {
            throw new ExtensionException($"The browser '{path}' cannot be started: {wrong.Message}.");
        }
    }

    /// <summary>Ends it, and what it started.</summary>
    /// <returns>The last thing it complained of; empty when there is none.</returns>
    public async Task<string> EndAsync(TimeSpan patience, TimeProvider time)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        try
        {
            return await errors.WaitAsync(patience, time);
        }
        catch (TimeoutException) // a child of it still holds the pipe
        {
            return "";
        }
    }

    public void Dispose() => process.Dispose();

    private static async Task<string> LastAsync(StreamReader reader)
    {
        var (last, chunk) = ("", new char[KeptErrors]);

        while (await reader.ReadAsync(chunk) is > 0 and var length)
        {
            last += new string(chunk, 0, length);
            last = last[Math.Max(0, last.Length - KeptErrors)..];
        }

        return last.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
    }
}
