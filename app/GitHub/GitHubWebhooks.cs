using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>GitHub's deliveries, as the handlers see them.</summary>
internal sealed class GitHubWebhooks : IWebhooks
{
    private static readonly AppIdentity Nobody = new(0, "");

    public bool IsOurs(string name) => WebhookParser.Events.Contains(name);

    public DeliveryAddress Address(string name, ReadOnlySpan<byte> body)
    {
        var payload = Read(body);

        return new(OrderingKey.Of(payload), WebhookParser.RepositoryOf(payload)?.ToString(), WebhookParser.Parse(name, payload, Nobody));
    }

    public GitHubEvent? Parse(string name, ReadOnlySpan<byte> body, AppIdentity self) => WebhookParser.Parse(name, Read(body), self);

    private static WebhookPayload Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return WebhookParser.Read(body);
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The body is not the JSON of a webhook: at {wrong.Path ?? "$"}, line {(wrong.LineNumber ?? 0) + 1}.", wrong);
        }
    }
}
