using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Builds;

/// <summary>What a decision about a report looks at.</summary>
/// <param name="Pull">The pull request as it is at GitHub by now, where the report's commit is none that is known; else null.</param>
internal sealed record BuildFacts(IssueFacts Issue, FixPull? Pull);
