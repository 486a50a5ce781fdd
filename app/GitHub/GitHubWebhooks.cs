using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>GitHub's deliveries, as the handlers see them. Of who we are, the App's number is known from the settings, and its name only once GitHub was asked.</summary>
internal sealed class GitHubWebhooks(long appId) : IWebhooks
{
    private readonly AppIdentity nameless = new(appId, "");

    public bool IsOurs(string name) => WebhookParser.Events.Contains(name);

    public DeliveryAddress Address(string name, ReadOnlySpan<byte> body)
    {
        var payload = Read(body);
        var happened = WebhookParser.Parse(name, payload, nameless);

        return new(
            OrderingKey.Of(payload),
            WebhookParser.RepositoryOf(payload)?.ToString(),
            happened,
            DeliverySubject.IsNoise(name, payload, happened),
            DeliverySubject.About(payload, happened),
            payload.Repository?.Id ?? 0);
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
