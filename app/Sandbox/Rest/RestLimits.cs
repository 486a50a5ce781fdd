using System.Globalization;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// The primary rate limit: so many requests an hour for each installation, the App, people and the nameless having an hour together.
/// A 304 costs nothing. Source: "Rate limits for the REST API". Guarded by the state's gate.
/// </summary>
internal sealed class RestLimits(SandboxState state, int? perHour)
{
    /// <summary>What is shown, untouched, while there is no limit: the least that GitHub gives an installation.</summary>
    private const int Shown = 5000;

    private readonly Dictionary<long, Window> windows = [];

    /// <summary>Null while there is something left.</summary>
    public RestAnswer? Refuse(RestRequest request)
    {
        var window = Of(request);

        return perHour is null || window.Used < perHour
            ? null
            : RestErrors.Refuse(403, string.Create(CultureInfo.InvariantCulture, $"API rate limit exceeded for installation ID {Key(request)}."));
    }

    public void Count(RestRequest request) => Of(request).Used++;

    public void Show(RestRequest request, IHeaderDictionary headers)
    {
        var window = Of(request);
        var used = perHour is null ? 0 : window.Used;
        headers["x-ratelimit-limit"] = Text(perHour ?? Shown);
        headers["x-ratelimit-remaining"] = Text((perHour ?? Shown) - used);
        headers["x-ratelimit-used"] = Text(used);
        headers["x-ratelimit-reset"] = Text(window.Ends.ToUnixTimeSeconds());
        headers["x-ratelimit-resource"] = "core";
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long Key(RestRequest request) => request.Token?.Installation?.Id ?? 0;

    private Window Of(RestRequest request)
    {
        var key = Key(request);

        return windows.TryGetValue(key, out var window) && window.Ends > state.Now ? window : windows[key] = new Window(state.Now.AddHours(1));
    }

    private sealed record Window(DateTimeOffset Ends)
    {
        public int Used { get; set; }
    }
}
