using System.Globalization;
using Hotfix.Domain;
using Hotfix.Triage.Clocks;
using NodaTime;

namespace Hotfix.Tests.Triage.Clocks;

public sealed class BusinessTimeTests
{
    private const string Workdays = "Monday Tuesday Wednesday Thursday Friday";
    private const string Everyday = Workdays + " Saturday Sunday";

    [Theory]
    [InlineData("UTC", "2026-11-16T09:00Z", 8, "2026-11-16T17:00Z")] // a whole day ends as it ends, not as the next begins
    [InlineData("UTC", "2026-11-16T07:00Z", 1, "2026-11-16T10:00Z")]
    [InlineData("UTC", "2026-11-16T17:00Z", 1, "2026-11-17T10:00Z")]
    [InlineData("Europe/Berlin", "2026-11-20T16:00+01:00", 4, "2026-11-23T11:00Z")] // over a weekend
    [InlineData("Europe/Berlin", "2026-11-21T12:00+01:00", 1, "2026-11-23T09:00Z")] // on a Saturday
    [InlineData("Europe/Berlin", "2026-12-24T16:00+01:00", 2, "2026-12-28T09:00Z")] // Christmas, and the weekend after
    [InlineData("Europe/Berlin", "2028-12-22T16:30+01:00", 1, "2028-12-26T08:30Z")] // Christmas of every year
    [InlineData("Europe/Berlin", "2027-05-14T16:00+02:00", 2, "2027-05-17T08:00Z")] // a holiday of 2026 only
    [InlineData("Europe/Berlin", "2026-05-14T08:00+02:00", 1, "2026-05-15T08:00Z")]
    [InlineData("Europe/Berlin", "2026-03-27T16:00+01:00", 2, "2026-03-30T08:00Z")] // clocks put forward at the weekend
    [InlineData("Europe/Berlin", "2026-10-23T16:00+02:00", 2, "2026-10-26T09:00Z")] // and back
    [InlineData("America/New_York", "2026-03-06T16:00-05:00", 2, "2026-03-09T14:00Z")]
    [InlineData("America/New_York", "2026-10-30T16:00-04:00", 2, "2026-11-02T15:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-20T16:30+05:30", 1, "2026-11-23T04:00Z")] // half an hour off
    [InlineData("America/St_Johns", "2026-03-06T16:30-03:30", 1, "2026-03-09T12:00Z")] // the same, put forward
    public void Counts_the_hours_of_working_days(string zone, string start, int amount, string end) =>
        Assert.Equal(Moment(end), Add(Rules(zone, Workdays, "09:00", "17:00", "12-25", "2026-05-14"), start, amount));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:00+01:00", 3, "2026-03-30T00:00Z")] // from one to four, but only two hours of it this night
    [InlineData("Europe/Berlin", "2026-10-25T00:00+02:00", 4, "2026-10-25T03:00Z")] // four hours of it this night
    [InlineData("Australia/Lord_Howe", "2026-10-04T00:00+10:30", 3, "2026-10-04T14:30Z")] // half an hour is skipped there
    public void Counts_a_night_as_long_as_it_is(string zone, string start, int amount, string end) => Assert.Equal(Moment(end), Add(Rules(zone, Everyday, "01:00", "04:00"), start, amount));

    [Theory]
    [InlineData("02:15", "02:45", "2026-03-29T01:45Z")] // both skipped: half an hour, later by the hour that was skipped
    [InlineData("02:30", "03:00", "2026-03-30T01:00Z")] // begins in the gap and ends before it would: nothing this night
    [InlineData("0:30", "2:00", "2026-03-29T00:00Z")]
    public void Takes_a_time_that_is_skipped_later(string from, string to, string end) =>
        Assert.Equal(Moment(end), new BusinessTime(ClockKind.Business, Rules("Europe/Berlin", Everyday, from, to)).Add(Moment("2026-03-28T23:00Z"), Duration.FromMinutes(30), []));

    [Theory]
    [InlineData(Workdays, "18:00", "2026-11-20T23:30Z", "2026-11-23T18:30Z")]
    [InlineData(Workdays, "00:00", "2026-11-20T23:30Z", "2026-11-23T00:30Z")]
    [InlineData(Everyday, "00:00", "2026-11-20T23:30Z", "2026-11-21T00:30Z")]
    public void Works_until_midnight(string days, string from, string start, string end) => Assert.Equal(Moment(end), Add(Rules("UTC", days, from, "24:00"), start, 1));

    [Theory]
    [InlineData("", "09:00", "17:00")]
    [InlineData(Everyday, "17:00", "09:00")]
    [InlineData(Everyday, "09:00", "09:00")]
    public void Ends_where_nobody_ever_works(string days, string from, string to) => Assert.Null(Add(Rules("UTC", days, from, to), "2026-11-16T09:00Z", 1));

    [Theory]
    [InlineData(nameof(ClockKind.Always), "2026-11-16T09:00Z", 87_671, "2036-11-16T08:00Z")]
    [InlineData(nameof(ClockKind.Always), "2026-11-16T09:00Z", 87_673, null)]
    [InlineData(nameof(ClockKind.Business), "2026-11-16T09:00Z", 87_671, null)]
    [InlineData(nameof(ClockKind.Always), "9998-12-31T23:00Z", 1, "9999-01-01T00:00Z")]
    [InlineData(nameof(ClockKind.Always), "9998-12-31T23:00Z", 2, null)]
    [InlineData(nameof(ClockKind.Business), "9999-12-31T23:59Z", 1, null)]
    [InlineData(nameof(ClockKind.Business), "0001-01-01T00:00Z", 1, "0001-01-01T10:00Z")]
    public void Counts_ten_years_and_no_further(string kind, string start, int amount, string? end) => Assert.Equal(
        end is null ? null : Moment(end),
        new BusinessTime(Enum.Parse<ClockKind>(kind), Rules("UTC", Workdays, "09:00", "17:00")).Add(Moment(start), Duration.FromHours(amount), []));

    [Fact]
    public void A_day_is_a_working_day_or_a_day()
    {
        var rules = Rules("UTC", Workdays, "09:00", "17:30");

        Assert.Equal(Duration.FromHours(2 * 8.5) + Duration.FromMinutes(5), new BusinessTime(ClockKind.Business, rules).Of(Hotfix.Domain.Span.Parse("2d 5m")!.Value));
        Assert.Equal(Duration.FromHours(48) + Duration.FromMinutes(5), new BusinessTime(ClockKind.Always, rules).Of(Hotfix.Domain.Span.Parse("2d 5m")!.Value));
    }

    [Fact]
    public void Counts_from_one_moment_to_another_without_the_stops() => Assert.Equal(
        Duration.FromHours(8 + 8 + 2 - 3),
        new BusinessTime(ClockKind.Business, Rules("UTC", Workdays, "09:00", "17:00")).Between(
            Moment("2026-11-19T09:00Z"),
            Moment("2026-11-23T11:00Z"),
            [new(Moment("2026-11-19T16:00Z"), Moment("2026-11-20T11:00Z")), new(Moment("2026-11-21T11:00Z"), Moment("2026-11-22T11:00Z"))]));

    private static Instant? Add(ClockRules rules, string start, int hours) => new BusinessTime(ClockKind.Business, rules).Add(Moment(start), Duration.FromHours(hours), []);

    private static Instant Moment(string text) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    private static ClockRules Rules(string zone, string days, string from, string to, params string[] holidays) =>
        new(zone, [.. days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Weekday>)], from, to, [.. holidays], []);
}
