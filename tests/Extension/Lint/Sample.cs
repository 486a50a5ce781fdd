using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Extension;
using Hotfix.Extension.Lint;

namespace Hotfix.Tests.Extension.Lint;

/// <summary>A small package with nothing wrong in it, and the same with something changed.</summary>
internal static class Sample
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <param name="manifest">Members of the manifest that are added, or take the place of those there are; a null takes one out.</param>
    /// <param name="files">Each a path, an equals sign, and what is in it. One called manifest.json is taken as it is.</param>
    public static ExtensionPackage With(string manifest = "", params string[] files)
    {
        var root = JsonNode.Parse("""{"manifest_version":3,"name":"Sample","version":"1.2.3","icons":{"128":"icon.png"}}""")!.AsObject();

        foreach (var (name, value) in JsonNode.Parse($"{{{manifest}}}")!.AsObject())
        {
            root.Remove(name);

            if (value is not null)
            {
                root.Add(name, value.DeepClone());
            }
        }

        var contents = new Dictionary<string, byte[]> { ["manifest.json"] = Encoding.UTF8.GetBytes(root.ToJsonString()), ["icon.png"] = Png };

        foreach (var file in files)
        {
            var parts = file.Split('=', 2);
            contents[parts[0]] = Encoding.UTF8.GetBytes(parts[1]);
        }

        return new(contents.Select(file => new PackageFile(file.Key, file.Value)));
    }

    public static IReadOnlyList<LintFinding> Findings(ExtensionPackage package, ExtensionPackage? before = null) => Linter.Run(package, before, []).Findings;
}
