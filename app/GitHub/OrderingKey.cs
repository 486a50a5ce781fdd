using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>Which key a payload belongs to: that of its issue, else its repository, else its installation.</summary>
internal static class OrderingKey
{
    public static string Of(WebhookPayload payload) => payload switch
    {
        { Repository.Id: { } repository, Issue.Number: { } issue } => OrderingKeys.OfIssue(repository, issue),
        { Repository.Id: { } repository } => OrderingKeys.OfRepository(repository),
        { Installation.Id: { } installation } => $"installation-{installation}",
        _ => "app",
    };
}
