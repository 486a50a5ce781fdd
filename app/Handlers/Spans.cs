using System.Diagnostics;
using Hotfix.Domain;

namespace Hotfix.Handlers;

/// <summary>The spans of handling: one for each try at a delivery, and in it one for deciding and one for each effect. Nothing of what people wrote is in them.</summary>
internal static class Spans
{
    private static readonly ActivitySource Source = new("Hotfix.Handlers");

    public static Activity? Handling(DeliveryHead head) => Source.StartActivity($"handle {head.Event}", ActivityKind.Consumer)?
        .SetTag("hotfix.delivery.id", head.Id)
        .SetTag("hotfix.delivery.event", head.Event)
        .SetTag("hotfix.repository", head.Repository);

    public static Activity? Deciding() => Source.StartActivity("decide");

    public static Activity? Performing(Effect effect) => Source.StartActivity($"perform {effect.GetType().Name}");

    /// <summary>By its type alone: a message may quote what somebody wrote.</summary>
    public static void Fail(this Activity span, Exception error) => span.SetTag("error.type", error.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    public static void End(this Activity span, Handled handled)
    {
        span.SetTag("hotfix.delivery.status", handled.Head.Status.Word()).SetTag("hotfix.delivery.tries", handled.Head.Tries).SetTag("hotfix.github.calls", handled.Calls);

        if (handled.Error is { } error)
        {
            span.Fail(error);
        }
    }
}
