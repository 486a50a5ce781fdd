using Hotfix.Handlers.Missed;

namespace Hotfix.Tests.Handlers.Missed;

public sealed class SweepingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Tries_are_counted_until_there_were_three()
    {
        var sweep = new Sweeping(Sweep.None with { Outside = [new("a", 1, Noon), new("b", 3, Noon)] });
        sweep.Failed("a", 2, Noon);
        sweep.Useless("c", Noon);

        Assert.Equal([2, null, null, 0], ((string[])["a", "b", "c", "d"]).Select(sweep.TriesOf));

        sweep.Failed("a", 3, Noon);
        Assert.Null(sweep.TriesOf("a"));
    }

    [Theory]
    [InlineData(true, 8)]
    [InlineData(false, 7)]
    public void What_is_in_the_inbox_is_forgotten_and_counts_when_it_was_not_there_before(bool isNew, int recovered)
    {
        var sweep = new Sweeping(Sweep.None with { Recovered = 7, Outside = [new("a", 1, Noon)] });
        sweep.Received("a", isNew);

        Assert.Equal(0, sweep.TriesOf("a"));
        Assert.Equal((recovered, 0), (sweep.Told.Recovered, sweep.Told.Outside.Count));
    }

    [Fact]
    public void Of_thousands_each_is_known_once_by_what_it_came_to_last_and_those_dealt_with_now_come_last()
    {
        var begun = Sweep.None with { SweptTo = Noon, Pages = ["p"], Outside = [.. Enumerable.Range(0, 5000).Select(at => new MissedDelivery($"{at}", 1, Noon.AddSeconds(at)))] };
        var sweep = new Sweeping(begun);

        for (var at = 0; at < 5000; at += 5)
        {
            sweep.Failed($"{at}", 2, Noon.AddSeconds(at));
            sweep.Useless($"{at + 1}", Noon.AddSeconds(at + 1));
            sweep.Received($"{at + 2}", isNew: true);
            sweep.Received($"new {at}", isNew: true);
        }

        var told = sweep.Told;
        var untouched = begun.Outside.Where((_, at) => at % 5 > 2);
        var dealtWith = Enumerable.Range(0, 1000).Select(at => 5 * at).SelectMany(at => (MissedDelivery[])[new($"{at}", 2, Noon.AddSeconds(at)), new($"{at + 1}", 0, Noon.AddSeconds(at + 1), IsUseless: true)]);
        Assert.Equal(untouched.Concat(dealtWith), told.Outside);
        Assert.Equal(begun with { Outside = told.Outside, Recovered = 2000 }, told);
    }
}
