using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage;

namespace Hotfix.Tests.Triage;

public sealed class EffortTests
{
    private static readonly Profile BuiltIn = ProfileReader.BuiltIn("browser-extension");

    private static readonly Profile Team = BuiltIn with
    {
        Effort = new(5, new Dictionary<Impact, EffortRule> { [Impact.Security] = new(Span.Parse("1d 1h")!.Value, Span.Parse("2h")!.Value, Span.Parse("3d")!.Value) }),
    };

    [Fact]
    public void The_profile_estimates_until_there_are_enough() =>
        Assert.Equal(new(TimeSpan.FromHours(9), TimeSpan.FromHours(2), TimeSpan.FromHours(24), 0), Effort.Of(Impact.Security, Hours(1, 2, 3, 4), Team));

    [Theory]
    [InlineData("5 1 3 2 90", 3, 1, 90)]
    [InlineData("5 1 3 2 4 90", 3.5, 1, 90)]
    public void Enough_of_them_tell_better(string past, double usual, double least, double most)
    {
        var hours = past.Split(' ').Select(int.Parse).ToArray();

        Assert.Equal(new(TimeSpan.FromHours(usual), TimeSpan.FromHours(least), TimeSpan.FromHours(most), hours.Length), Effort.Of(Impact.Security, Hours(hours), Team));
    }

    [Fact]
    public void Enough_of_them_tell_without_an_estimate() => Assert.Equal(5, Effort.Of(Impact.DataLoss, Hours(1, 2, 3, 4, 5), Team)?.LearnedFrom);

    [Fact]
    public void Nobody_knows_without_either() => Assert.Null(Effort.Of(Impact.DataLoss, Hours(1, 2, 3, 4), Team));

    [Fact]
    public void None_are_not_enough_however_few_the_profile_asks_for() => Assert.Null(Effort.Of(Impact.DataLoss, [], Team with { Effort = Team.Effort with { LearnedFrom = 0 } }));

    private static Values<TimeSpan> Hours(params int[] hours) => [.. hours.Select(hour => TimeSpan.FromHours(hour))];
}
