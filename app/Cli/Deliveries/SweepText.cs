using Hotfix.Handlers.Missed;

namespace Hotfix.Cli.Deliveries;

/// <summary>How the last search for missed deliveries ended, in one line.</summary>
internal static class SweepText
{
    public static string Of(Sweep sweep) =>
        $"Missed deliveries were last looked for at {DeliveryTable.Time(sweep.EndedAt)} UTC{Until(sweep)}; {sweep.Recovered} recovered so far{GivenUp(sweep.GivenUp)}.";

    private static string Until(Sweep sweep) => sweep.SweptTo is { } until ? $", and dealt with until {DeliveryTable.Time(until)}" : "";

    private static string GivenUp(int count) => count switch
    {
        0 => "",
        1 => ", 1 lately given up (the log names it)",
        _ => $", {count} lately given up (the log names them)",
    };
}
