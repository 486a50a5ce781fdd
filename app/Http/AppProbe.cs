using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.GitHub.Access;
using Hotfix.Ports;

namespace Hotfix.Http;

/// <summary>
/// Whether GitHub knows us by our key, and the App is set up with every permission and event that the program uses.
/// Source: GitHub REST, "Get the authenticated app"; a permission is <c>read</c>, <c>write</c> or <c>admin</c>, and each includes those before it.
/// </summary>
internal sealed class AppProbe(IApp app)
{
    private const string Where = "on the App's settings page, under Permissions & events";

    private static readonly string[] Levels = ["read", "write", "admin"];

    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var registration = await app.RegistrationAsync(cancellationToken);

            return [.. Permissions(registration), .. Events(registration)];
        }
        catch (Exception wrong) when (wrong is RefusedException or UnavailableException or PostponedException)
        {
            return [wrong.Message]; // a sentence, and without secrets: the port promises both
        }
    }

    private static IEnumerable<string> Permissions(AppRegistration registration) =>
        from needed in Grant.Everything
        let has = registration.Permissions.GetValueOrDefault(needed.Key)
        where Array.IndexOf(Levels, has) < Array.IndexOf(Levels, needed.Value)
        select $"The App needs the permission {needed.Key}: {needed.Value} and has {(Levels.Contains(has) ? $"{needed.Key}: {has}" : "none of it")}; give it {Where}, then accept it in each installation.";

    private static IEnumerable<string> Events(AppRegistration registration) =>
        from needed in WebhookParser.Subscribed.Except(registration.Events)
        select $"The App is not told of the event {needed}; subscribe it {Where}.";
}
