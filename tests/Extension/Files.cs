using System.Text;
using Hotfix.Extension;

namespace Hotfix.Tests.Extension;

/// <summary>Files of packages, made from text.</summary>
internal static class Files
{
    public const string Manifest = """{"manifest_version":3,"name":"Sample","version":"1.2.3"}""";

    public static PackageFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>A few, of every kind that the writer treats differently.</summary>
    public static IReadOnlyList<PackageFile> Some { get; } =
    [
        Text("manifest.json", Manifest),
        Text("src/worker.js", string.Concat(Enumerable.Repeat("chrome.runtime.onInstalled.addListener(() => {});\n", 100))),
        Text("_locales/de/messages.json", "{}"),
        Text("größe.txt", "Größe"),
        Text("empty.css", ""),
        new("icon.png", Noise(3000)),
    ];

    /// <summary>Bytes that do not compress, the same each time.</summary>
    public static byte[] Noise(int length, int seed = 7)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);

        return bytes;
    }
}
