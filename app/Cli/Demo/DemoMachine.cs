using Hotfix.Browser;
using Hotfix.Extension;

namespace Hotfix.Cli.Demo;

/// <summary>What this machine has of what the Action's steps need.</summary>
/// <param name="Program">The path of the <c>hotfix</c> that runs.</param>
/// <param name="Lack">Why they cannot run here, as a clause; null where they can.</param>
internal sealed record DemoMachine(string Program, string? Lack, bool HasBrowser)
{
    private static readonly string[] Tools = ["bash", "git", "node", "npm"];

    /// <summary>All but what only GitHub itself can do, <c>attest</c>.</summary>
    public string Stages => $"build test audit lint pack sign {(HasBrowser ? "smoke " : "")}parachute metadata release publish report";

    /// <param name="environment">Reads a variable; null or empty where it is not set.</param>
    public static DemoMachine Look(Func<string, string?> environment)
    {
        var program = OfProcess();
        var missing = Tools.Where(tool => ProgramPath.Find(tool, environment) is null).ToList();

        return new(program, LackOf(missing, program), HasChromium(environment));
    }

    private static string? LackOf(List<string> missing, string program) =>
        OperatingSystem.IsWindows() ? "the sandbox carries the Action's steps out on Linux and macOS only"
        : missing.Count > 0 ? $"the Action's steps need {Listed(missing)}, which PATH does not have"
        : File.Exists(program) ? null
        : $"the Action's steps need the program itself, and there is none at {program}";

    private static string Listed(List<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    /// <summary>Started by <c>dotnet hotfix.dll</c>, it is the program that was built beside that.</summary>
    private static string OfProcess() => Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) != "dotnet"
        ? own
        : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "hotfix.exe" : "hotfix");

    private static bool HasChromium(Func<string, string?> environment)
    {
        try
        {
            BrowserPath.Find(null, environment);

            return true;
        }
        catch (ExtensionException)
        {
            return false;
        }
    }
}
