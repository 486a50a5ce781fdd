using System.Text.Json;
using Hotfix.Extension.Smoke;

namespace Hotfix.Browser;

/// <summary>A page or worker that we are attached to, from before its first line runs, and the errors it had since.</summary>
internal sealed class BrowserTarget(string id, string session, string type, string url)
{
    private const int MaxErrors = 20;
    private readonly Lock gate = new();
    private readonly List<(int? Exception, SeenError Error)> errors = [];
    private int unlisted;
    private bool wasOffline;

    public string Id => id;

    public string Session => session;

    public bool IsWorkerOf(string extension) => type == "service_worker" && url.StartsWith($"chrome-extension://{extension}/", StringComparison.Ordinal);

    /// <summary>Done when it is watched and runs.</summary>
    public Task Watched { get; set; } = Task.CompletedTask;

    public bool IsGone { get; set; }

    public void Hear(string method, JsonElement parameters)
    {
        lock (gate)
        {
            if (ConsoleErrors.IsNetwork(method, parameters))
            {
                wasOffline = true;
            }
            else if (method == "Runtime.exceptionRevoked")
            {
                errors.RemoveAll(error => error.Exception == parameters.NumberAt("exceptionId")); // somebody handled the rejection after all
            }
            else if (ConsoleErrors.Of(method, parameters) is { } error)
            {
                Keep((parameters.At("exceptionDetails")?.NumberAt("exceptionId"), error));
            }
        }
    }

    public SeenPart Seen(string what, string path, string? failure)
    {
        lock (gate)
        {
            return new(what, path, failure, [.. errors.Select(error => error.Error)], unlisted, wasOffline);
        }
    }

    private void Keep((int? Exception, SeenError Error) error)
    {
        if (errors.Count < MaxErrors)
        {
            errors.Add(error);
        }
        else
        {
            unlisted++;
        }
    }
}
