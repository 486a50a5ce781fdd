namespace Hotfix.GitHub.Calls;

/// <summary>Lets nothing through that could change something: the step right before the wire where somebody else's repository is only looked at.</summary>
internal sealed class ReadsOnly(ICalls next) : ICalls
{
    /// <exception cref="InvalidOperationException">The call is no GET, or carries a body: a fault of ours.</exception>
    public Task<Answer> SendAsync(Call call, CancellationToken cancellationToken) => call is { IsRead: true, Body: null }
        ? next.SendAsync(call, cancellationToken)
        : throw new InvalidOperationException($"Only reading is allowed here, and {call.Method} was to be sent to {call.What}.");
}
