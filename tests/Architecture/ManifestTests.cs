using Hotfix.GitHub;
using Hotfix.GitHub.Access;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Architecture;

/// <summary>manifest.yml asks for what the parser reads and the client uses, and for nothing else.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void Asks_for_the_events_the_parser_reads() =>
        Assert.Equal(WebhookParser.Subscribed.Order(), Manifest()["default_events"]!.AsArray().Select(name => $"{name}").Order());

    [Fact]
    public void Asks_for_the_permissions_the_client_uses() => Assert.Equal(
        Grant.Everything.Select(permission => (permission.Key, permission.Value)).Order(),
        Manifest()["default_permissions"]!.AsObject().Select(permission => (permission.Key, $"{permission.Value}")).Order());

    [Fact]
    public void Argues_each_permission() =>
        Assert.All(File.ReadAllLines(Repo.File("manifest.yml")).SkipWhile(line => line != "default_permissions:").Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)), line => Assert.Contains(" # ", line, StringComparison.Ordinal));

    private static System.Text.Json.Nodes.JsonObject Manifest() => YamlJson.Read(File.ReadAllText(Repo.File("manifest.yml")))!.AsObject();
}
