using Hotfix.Handlers.Missed;

namespace Hotfix.Tests.Handlers.Missed;

public sealed class SweepTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_sweep_reads_back_as_far_as_GitHub_keeps_them() => Assert.Equal(Noon.AddDays(-3), Sweep.None.From(Noon));

    [Theory]
    [InlineData(5, 20)]
    [InlineData(60, 75)]
    [InlineData((3 * 24 * 60) - 15, 3 * 24 * 60)]
    [InlineData(4 * 24 * 60, 3 * 24 * 60)]
    public void The_next_reads_a_quarter_of_an_hour_further_than_the_last_came(int minutes, int read) =>
        Assert.Equal(Noon.AddMinutes(-read), (Sweep.None with { SweptTo = Noon.AddMinutes(-minutes) }).From(Noon));

    [Fact]
    public void It_comes_as_far_as_the_newest_that_was_listed() => Assert.Equal(Noon, Sweep.None.Ended(Noon, left: null, Noon).SweptTo);

    [Fact]
    public void It_comes_no_further_than_what_is_left() => Assert.Equal(Noon.AddMinutes(-9), Sweep.None.Ended(Noon, left: Noon.AddMinutes(-9), Noon).SweptTo);

    [Fact]
    public void It_never_goes_back()
    {
        var last = Sweep.None with { SweptTo = Noon };

        Assert.Equal(Noon, last.Ended(Noon.AddMinutes(-10), left: Noon.AddMinutes(-14), Noon).SweptTo);
        Assert.Equal(Noon, last.Ended(newest: null, left: null, Noon).SweptTo);
        Assert.Null(Sweep.None.Ended(newest: null, left: null, Noon).SweptTo);
    }

    [Fact]
    public void Those_are_given_up_that_were_tried_so_often() =>
        Assert.Equal(1, (Sweep.None with { Outside = [new("a", 2, Noon), new("b", 3, Noon), new("c", 0, Noon, IsUseless: true)] }).GivenUp);

    [Theory]
    [InlineData(15, 1)]
    [InlineData(16, 0)]
    public void A_delivery_is_remembered_as_long_as_it_may_be_listed_again(int minutes, int known) =>
        Assert.Equal(known, (Sweep.None with { Outside = [new("a", 2, Noon)] }).Ended(Noon.AddMinutes(minutes), left: null, Noon.AddHours(1)).Outside.Count);

    [Fact]
    public void Of_more_than_a_document_holds_those_are_forgotten_that_were_dealt_with_first()
    {
        var ended = (Sweep.None with { Outside = [.. Enumerable.Range(0, 5003).Select(at => new MissedDelivery($"{at}", 0, Noon, IsUseless: true))] }).Ended(Noon, left: null, Noon);

        Assert.Equal((5000, "3", "5002"), (ended.Outside.Count, ended.Outside[0].Delivery, ended.Outside[^1].Delivery));
    }
}
