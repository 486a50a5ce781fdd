using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.Support;

/// <summary>The application's folder as the host has it: the zip of <c>functions/package</c>, unpacked with its mode bits. A zip that is older than the build under test, or than what else is in it, is made anew.</summary>
internal static class FunctionsFolder
{
    private static readonly Lazy<string> Unpacked = new(Unpack);

    private static string Zip => Repo.File("artifacts", "functions", "hotfix.zip");

    /// <summary>Its path. Nobody writes into it: where the host runs a package, it is read-only.</summary>
    public static string Path => Unpacked.Value;

    /// <summary>Each function's name and its first binding.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Functions() => Directory
        .GetFiles(Path, "function.json", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)!), file => JsonNode.Parse(File.ReadAllText(file))!["bindings"]![0]!);

    /// <summary>Method and path of each function that the world reaches.</summary>
    public static IReadOnlyList<(string Method, string Path)> Routes() =>
        [.. Functions().Values.Where(binding => $"{binding["type"]}" == "httpTrigger").Select(binding => ($"{binding["methods"]![0]}".ToUpperInvariant(), $"/{binding["route"]}"))];

    /// <summary>Name, mode bits and time of everything in the zip, as it is stored.</summary>
    public static IReadOnlyList<(string Name, UnixFileMode Mode, DateTime Time)> Entries()
    {
        _ = Path;
        using var zip = ZipFile.OpenRead(Zip);

        return [.. zip.Entries.Select(entry => (entry.FullName, (UnixFileMode)((entry.ExternalAttributes >> 16) & 0x1FF), entry.LastWriteTime.DateTime))];
    }

    private static string Unpack()
    {
        var sources = Directory.GetFiles(Repo.File("functions"), "*", SearchOption.AllDirectories).Append(System.IO.Path.Combine(AppContext.BaseDirectory, "hotfix.dll"));

        if (File.GetLastWriteTimeUtc(Zip) < sources.Max(File.GetLastWriteTimeUtc))
        {
            using var package = Process.Start(new ProcessStartInfo(Repo.File("functions", "package")) { RedirectStandardOutput = true })!;
            var said = package.StandardOutput.ReadToEnd();
            package.WaitForExit();
            Assert.True(package.ExitCode == 0, said);
        }

        var folder = Repo.File("artifacts", "functions", "unpacked");

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        ZipFile.ExtractToDirectory(Zip, folder);

        return folder;
    }
}
