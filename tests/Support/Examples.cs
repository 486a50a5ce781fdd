using System.Text;
using System.Text.Json;

namespace Hotfix.Tests.Support;

/// <summary>GitHub's own example payloads, read from npm @octokit/webhooks-examples.</summary>
internal static class Examples
{
    public static IEnumerable<(string Event, int Number, byte[] Body)> All()
    {
        foreach (var host in Directory.GetDirectories(NodeModules.Package("@octokit/webhooks-examples")).Order(StringComparer.Ordinal))
        {
            using var examples = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(host, "index.json")));

            foreach (var definition in examples.RootElement.EnumerateArray())
            {
                var number = 0;

                foreach (var example in definition.GetProperty("examples").EnumerateArray())
                {
                    yield return ($"{definition.GetProperty("name").GetString()}", number++, Encoding.UTF8.GetBytes(example.GetRawText()));
                }
            }
        }
    }
}
