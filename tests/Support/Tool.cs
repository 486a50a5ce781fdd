using System.ComponentModel;
using System.Diagnostics;

namespace Hotfix.Tests.Support;

/// <summary>Somebody else's program, asked for its opinion of ours.</summary>
internal static class Tool
{
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(string program, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(program, new Dictionary<string, string>(), cancellationToken, arguments);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="FileNotFoundException">It is not on this machine: one sentence that says what to install.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        return (process.ExitCode, await output, await error);
    }

    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new FileNotFoundException($"The program '{start.FileName}' is not on this machine; install it (apt-get install {start.FileName}) to run this test.");
        }
    }
}
