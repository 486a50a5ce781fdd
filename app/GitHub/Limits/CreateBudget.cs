namespace Hotfix.GitHub.Limits;

/// <summary>
/// Says when the next request that creates content may go: no more than so many in any minute and in any hour. Bursts are fine up to the budget.
/// Who has to come back later is told a time of their own, as if all who were told before kept theirs.
/// </summary>
internal sealed class CreateBudget(Pacing pacing)
{
    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> taken = []; // of the last hour, in order
    private readonly List<DateTimeOffset> promised = []; // times to come, in order

    private bool IsUnlimited => pacing is { CreatesPerMinute: int.MaxValue, CreatesPerHour: int.MaxValue };

    /// <summary>Takes a slot now or within the patience of the pacing (<c>Taken</c>), or says when to come back (not <c>Taken</c>).</summary>
    public (bool Taken, DateTimeOffset At) Take(DateTimeOffset now)
    {
        if (IsUnlimited)
        {
            return (true, now);
        }

        lock (gate)
        {
            taken.RemoveRange(0, taken.FindIndex(time => time > now.AddHours(-1)) is >= 0 and var keep ? keep : taken.Count);
            promised.RemoveRange(0, promised.FindIndex(time => time > now) is >= 0 and var future ? future : promised.Count);

            var slot = After(taken, now);

            if (slot - now <= pacing.Patience)
            {
                taken.Add(slot);

                return (true, slot);
            }

            var promise = After([.. taken, .. promised], now);

            if (promised.Count > 0 && promise < promised[^1] + pacing.Spacing)
            {
                promise = promised[^1] + pacing.Spacing;
            }

            promised.Add(promise);

            return (false, promise);
        }
    }

    /// <summary>The first moment at which neither window is full.</summary>
    private DateTimeOffset After(List<DateTimeOffset> times, DateTimeOffset now)
    {
        var slot = times.Count > 0 && times[^1] > now ? times[^1] : now;

        slot = Later(slot, times, pacing.CreatesPerMinute, TimeSpan.FromMinutes(1));

        return Later(slot, times, pacing.CreatesPerHour, TimeSpan.FromHours(1));
    }

    private static DateTimeOffset Later(DateTimeOffset slot, List<DateTimeOffset> times, int budget, TimeSpan window) =>
        times.Count >= budget && times[^budget] + window > slot ? times[^budget] + window : slot;
}
