using Hotfix.Domain;

namespace Hotfix.Gate;

/// <summary>A verdict as people read it: the check run <c>hotfix/gate</c>.</summary>
internal static class GateReport
{
    public const string CheckName = "hotfix/gate";

    public static CheckRun Of(Verdict verdict, GateFacts facts) => throw new NotImplementedException();
}
