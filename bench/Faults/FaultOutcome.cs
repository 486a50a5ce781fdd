namespace Hotfix.Bench.Faults;

/// <summary>What came of a scenario.</summary>
/// <param name="Acknowledged">Different deliveries that were answered 202 when they were first sent.</param>
/// <param name="Lost">Different deliveries whose issue lacks its labels or its card, or that the inbox does not hold as done.</param>
/// <param name="Doubled">Comments beyond the one that each issue has.</param>
/// <param name="Recovered">Those that nobody acknowledged and the app found in GitHub's record, and those that it kept as failed and <c>hotfix deliveries retry</c> finished.</param>
/// <param name="Rest">What is left in the queue of doorbells.</param>
/// <param name="Struck">How often a process was stopped while it had work; 0 where that is not what goes wrong.</param>
internal sealed record FaultOutcome(string Scenario, int Deliveries, int Acknowledged, int Lost, int Doubled, int Recovered, int Rest, int Struck, TimeSpan Took)
{
    public bool IsGood => this is { Lost: 0, Doubled: 0, Rest: 0 };
}
