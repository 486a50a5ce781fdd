using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Builds;

/// <summary>What a decision about a run, or about its report, looks at.</summary>
/// <param name="Pull">The pull request as it is at GitHub by now, where a report's commit is none that is known; else null.</param>
/// <param name="Tagged">The commit at which the release's tag stands by now, where the run was on that name and its commit is none that is known; else null.</param>
internal sealed record BuildFacts(IssueFacts Issue, FixPull? Pull, string? Tagged = null);
