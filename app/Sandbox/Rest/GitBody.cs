using System.Globalization;
using System.Text.Json;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Rest;

/// <summary>What requests for git's objects have in common.</summary>
internal static class GitBody
{
    /// <summary>Who made it, as it is said; who is not named is the App's bot, now.</summary>
    /// <exception cref="RestRefusal">A name or an address is missing, or the date is none.</exception>
    public static GitPerson Person(RestRequest request, string field, SandboxState state)
    {
        if (!request.Has(field))
        {
            return GitPerson.Of(state.Bot, state.Now);
        }

        var said = request.Json.GetProperty(field);
        var (name, email, date) = (Text(said, "name"), Text(said, "email"), Text(said, "date"));

        if (name is null || email is null)
        {
            throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\n\"{(name is null ? "name" : "email")}\" wasn't supplied."));
        }

        return DateTimeOffset.TryParse(date ?? Wire.Stamp.Of(state.Now), CultureInfo.InvariantCulture, out var time)
            ? new(name, email, time.ToUniversalTime(), null)
            : throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nFor 'links/0/schema', {date} is not a valid date-time."));
    }

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
