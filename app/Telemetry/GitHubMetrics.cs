using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Hotfix.Ports;

namespace Hotfix.Telemetry;

/// <summary>
/// What is asked of GitHub, and how much more may be.
/// <para>Shapes: <c>hotfix.github.calls</c> counts requests by installation (0 is the App itself), method and status (<c>error.type</c> is <c>no_answer</c> where none came);
/// <c>hotfix.github.call.duration</c> in seconds; <c>hotfix.github.rate_limit.remaining</c> is what the installation's last answer said, until that hour is over.</para>
/// </summary>
internal sealed class GitHubMetrics : ICallObserver
{
    private readonly ConcurrentDictionary<long, RateLeft> left = new();
    private readonly TimeProvider time;
    private readonly Counter<long> calls;
    private readonly Histogram<double> duration;

    public GitHubMetrics(Meter meter, TimeProvider time)
    {
        this.time = time;
        calls = meter.CreateCounter<long>("hotfix.github.calls", "{call}", "Requests sent to GitHub.");
        duration = meter.CreateHistogram<double>("hotfix.github.call.duration", "s", "How long a request to GitHub took.");
        meter.CreateObservableGauge("hotfix.github.rate_limit.remaining", Left, "{call}", "Calls left until the limit begins anew.");
    }

    public void OnCall(CallMade call)
    {
        var installation = Installation(call.Installation);
        var method = KeyValuePair.Create("http.request.method", (object?)call.Method);
        var outcome = call.Status is { } status ? KeyValuePair.Create("http.response.status_code", (object?)status) : KeyValuePair.Create("error.type", (object?)"no_answer");

        calls.Add(1, installation, method, outcome);
        duration.Record(call.Took.TotalSeconds, method, outcome);

        if (call.Left is { } rate)
        {
            left[call.Installation] = rate;
        }
    }

    private IEnumerable<Measurement<long>> Left()
    {
        foreach (var (installation, rate) in left)
        {
            if (rate.Reset > time.GetUtcNow())
            {
                yield return new(rate.Calls, Installation(installation));
            }
            else
            {
                left.TryRemove(KeyValuePair.Create(installation, rate));
            }
        }
    }

    private static KeyValuePair<string, object?> Installation(long installation) => new("hotfix.github.installation", installation.ToString(CultureInfo.InvariantCulture));
}
