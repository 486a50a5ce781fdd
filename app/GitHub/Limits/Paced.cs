using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Limits;

/// <summary>
/// Sends an installation's calls at the pace GitHub asks for. A slot that is near is waited for; for one farther off the caller is told when to come back.
/// </summary>
internal sealed class Paced(Lanes lanes, TimeProvider time, ICalls next) : ICalls
{
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var lane = lanes.Of(call.Installation);

        lane.Block.Check();

        using var place = await (call.IsRead ? lane.Reads : lane.Writes).EnterAsync(cancellationToken);

        lane.Block.Check(); // the one before us may have met a limit; a slot is not spent on that

        if (call.Creates)
        {
            var now = time.GetUtcNow();
            var (taken, at) = lane.Creates.Take(now);

            if (!taken)
            {
                throw new PostponedException(at, $"Creating more would be faster than GitHub allows; the next slot is at {at:u}.");
            }

            if (at > now)
            {
                await Task.Delay(at - now, time, cancellationToken);
            }
        }

        return await next.SendAsync(call, cancellationToken);
    }
}
