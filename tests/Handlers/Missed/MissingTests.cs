using Hotfix.Handlers.Missed;
using Hotfix.Ports;

namespace Hotfix.Tests.Handlers.Missed;

public sealed class MissingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(200, false)]
    [InlineData(204, false)]
    [InlineData(302, false)]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    public void What_nobody_took_is_missing(int status, bool missing) => Assert.Equal(missing, Of(Attempt(1, 'a', status)).Count == 1);

    [Theory]
    [InlineData(502, 202)]
    [InlineData(202, 502)]
    public void One_attempt_that_arrived_is_enough(int first, int second) => Assert.Empty(Of(Attempt(2, 'a', second), Attempt(1, 'a', first)));

    [Fact]
    public void Of_each_delivery_the_newest_attempt_is_given_and_the_oldest_delivery_first() =>
        Assert.Equal([2, 3, 5], Of(Attempt(5, 'a'), Attempt(4, 'b', 202), Attempt(3, 'c'), Attempt(2, 'd'), Attempt(1, 'a')).Select(attempt => attempt.Id));

    [Fact]
    public void What_is_not_ours_by_name_and_what_has_no_delivery_s_id_is_left_out() =>
        Assert.Empty(Of(Attempt(1, 'a') with { Event = "star" }, Attempt(2, 'b') with { Delivery = "../b" }));

    private static IReadOnlyList<DeliveryAttempt> Of(params DeliveryAttempt[] attempts) => Missing.Of(attempts, name => name == "issues");

    private static DeliveryAttempt Attempt(long id, char delivery, int status = 502) =>
        new(id, new Guid($"{new string(delivery, 8)}-0000-0000-0000-000000000000").ToString(), "issues", Noon.AddMinutes(id), status);
}
