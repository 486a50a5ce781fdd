using System.Text.Json;
using Hotfix.Tests.Extension;

namespace Hotfix.Tests.Cli.Extension;

/// <summary>A folder to work in, and <c>hotfix extension …</c> as a process of its own.</summary>
internal sealed class ExtensionTester : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-extension-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public static Dictionary<string, string> WithKey => new() { ["HOTFIX_SIGNING_KEY"] = Golden.Pem };

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        HotfixProcess.RunAsync(environment, TestContext.Current.CancellationToken, ["extension", .. arguments]);

    /// <summary>The object that <c>--json</c> prints.</summary>
    public static async Task<JsonElement> JsonAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(environment, [.. arguments, "--json"]);
        Assert.Equal((0, ""), (exitCode, error));

        return JsonElement.Parse(output);
    }

    /// <summary>The one sentence of a refusal.</summary>
    public static async Task<string> RefusalAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(environment, arguments);
        Assert.Equal((1, ""), (exitCode, output));

        return Assert.Single(error.TrimEnd().Split('\n'));
    }

    public static Task<string> RefusalAsync(params string[] arguments) => RefusalAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Writes a file below the folder, and the folders it needs.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);

        return this[name];
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);

        return this[name];
    }

    public byte[] Read(string name) => File.ReadAllBytes(this[name]);

    /// <summary>A small extension in a folder of this name.</summary>
    public string Extension(string name)
    {
        Write($"{name}/manifest.json", Files.Manifest);
        Write($"{name}/src/worker.js", "chrome.runtime.onInstalled.addListener(() => {});\n");
        Write($"{name}/größe.txt", "Größe");

        return this[name];
    }

    public void Dispose() => folder.Delete(recursive: true);
}
