using System.Text.Json.Nodes;

namespace Hotfix.Tests.Support;

/// <summary>The application's folder as the host has it: what <c>functions/package</c> puts into the zip, with a script that runs the build's output in place of the program.</summary>
internal static class FunctionsFolder
{
    public static DirectoryInfo Make()
    {
        var folder = Directory.CreateTempSubdirectory("hotfix-functions-");

        foreach (var file in Directory.GetFiles(Repo.File("functions"), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Repo.File("functions"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var program = Path.Combine(folder.FullName, "hotfix");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "hotfix.dll")}' \"$@\"\n");

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }

    /// <summary>Each function's name and its first binding.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Functions() => Directory
        .GetFiles(Repo.File("functions"), "function.json", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileName(Path.GetDirectoryName(file)!), file => JsonNode.Parse(File.ReadAllText(file))!["bindings"]![0]!);

    /// <summary>Method and path of each function that the world reaches.</summary>
    public static IReadOnlyList<(string Method, string Path)> Routes() =>
        [.. Functions().Values.Where(binding => $"{binding["type"]}" == "httpTrigger").Select(binding => ($"{binding["methods"]![0]}".ToUpperInvariant(), $"/{binding["route"]}"))];
}
