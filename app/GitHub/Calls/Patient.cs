using Hotfix.Ports;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// Waits in place while GitHub asks for a pause, for somebody who sits in front of it: as often as it takes, but no longer than its patience in all. <paramref name="waiting"/> is told until when.
/// </summary>
internal sealed class Patient(TimeSpan patience, TimeProvider time, Action<DateTimeOffset> waiting, ICalls next) : ICalls
{
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + patience;

        while (true)
        {
            try
            {
                return await next.SendAsync(call, cancellationToken);
            }
            catch (PostponedException postponed) when (postponed.Until <= end)
            {
                waiting(postponed.Until);
                var pause = postponed.Until - time.GetUtcNow();
                await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, time, cancellationToken);
            }
        }
    }
}
