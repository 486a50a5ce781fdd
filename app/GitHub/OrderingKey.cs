namespace Hotfix.GitHub;

/// <summary>
/// What belongs together is handled one after another, and is stored together: the key names the issue, else the repository, else the installation.
/// <para>Shape: characters a store's key may hold; the repository's number, not its name, so that a rename does not split it.</para>
/// </summary>
internal static class OrderingKey
{
    public static string Of(WebhookPayload payload) => payload switch
    {
        { Repository.Id: { } repository, Issue.Number: { } issue } => $"issue-{repository}-{issue}",
        { Repository.Id: { } repository } => $"repository-{repository}",
        { Installation.Id: { } installation } => $"installation-{installation}",
        _ => "app",
    };
}
