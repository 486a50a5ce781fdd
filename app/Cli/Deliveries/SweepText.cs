using Hotfix.Handlers.Missed;

namespace Hotfix.Cli.Deliveries;

/// <summary>How the last search for missed deliveries ended, in one line.</summary>
internal static class SweepText
{
    public static string Of(Sweep sweep) =>
        $"Missed deliveries were last looked for at {DeliveryTable.Time(sweep.EndedAt)} UTC{Until(sweep)}; {sweep.Recovered} recovered so far{GivenUp(sweep.GivenUp)}.";

    public static string Of(Listing listing) => $"GitHub did not keep what it sent from {DeliveryTable.Time(listing.Since)} to {DeliveryTable.Time(listing.Until)}; what changed then {Progress(listing)}, {listing.Events:#,0} events so far{(listing.Skipped > 0 ? $", {listing.Skipped:#,0} repositories could not be listed (the log names them)" : "")}.";

    private static string Progress(Listing listing) => listing switch
    {
        { EndedAt: { } at } => $"was listed until {DeliveryTable.Time(at)} UTC: {listing.Done:#,0} repositories",
        { IsKnown: false } => $"is being listed: {listing.Repositories:#,0} repositories are known, and more are asked for",
        _ => $"is being listed: {listing.Done:#,0} of {listing.Repositories:#,0} repositories",
    };

    private static string Until(Sweep sweep) => sweep.SweptTo is { } until ? $", and dealt with until {DeliveryTable.Time(until)}" : "";

    private static string GivenUp(int count) => count switch
    {
        0 => "",
        1 => ", 1 lately given up (the log names it)",
        _ => $", {count} lately given up (the log names them)",
    };
}
