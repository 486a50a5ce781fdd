namespace Hotfix.Tests.Support;

/// <summary>The extensions of tests/Samples.</summary>
internal static class Samples
{
    public static string Weak => Repo.File("tests", "Samples", "weak");

    /// <summary>Builds the healthy one, as its authors would, and returns the folder.</summary>
    public static async Task<string> BuildTallyAsync(string target, CancellationToken cancellationToken)
    {
        var (exitCode, _, error) = await Tool.RunAsync("node", cancellationToken, Repo.File("tests", "Samples", "tally", "build.mjs"), target);

        return exitCode == 0 ? target : throw new InvalidOperationException(error);
    }
}
