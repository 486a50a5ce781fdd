namespace Hotfix.Handlers;

/// <summary>One line per handling of a delivery. Nothing of what a stranger wrote is in it, and no secret.</summary>
internal sealed partial class DeliveryLog(ILogger<DeliveryLog> logger) : IHandlingObserver
{
    public void OnHandled(Handled handled)
    {
        var head = handled.Head;
        var milliseconds = handled.Took.TotalMilliseconds;

        if (head.Status == DeliveryStatus.Failed)
        {
            Log.Failed(logger, head.Id, head.Event, head.Repository, head.Failure, milliseconds, handled.Calls);
        }
        else if (head.Status == DeliveryStatus.Waiting)
        {
            Log.Later(logger, head.Id, head.Event, head.Repository, head.Failure, milliseconds, handled.Calls, head.NotBefore);
        }
        else
        {
            Log.Done(logger, head.Id, head.Event, head.Repository, head.Outcome ?? head.Failure, milliseconds, handled.Calls);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Id} {Event} {Repository}: {Outcome} in {Milliseconds:0.0} ms, {Calls} GitHub calls")]
        public static partial void Done(ILogger logger, string id, string @event, string? repository, string? outcome, double milliseconds, int calls);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Id} {Event} {Repository}: {Why} in {Milliseconds:0.0} ms, {Calls} GitHub calls; again not before {NotBefore:u}")]
        public static partial void Later(ILogger logger, string id, string @event, string? repository, string? why, double milliseconds, int calls, DateTimeOffset notBefore);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Id} {Event} {Repository}: failed, {Why} in {Milliseconds:0.0} ms, {Calls} GitHub calls; kept, and tried again when it is redelivered")]
        public static partial void Failed(ILogger logger, string id, string @event, string? repository, string? why, double milliseconds, int calls);
    }
}
