using Hotfix.Domain;
using Hotfix.Gate.Kinds;

namespace Hotfix.Gate;

/// <summary>The kinds of evidence, in the order in which the documentation lists them. A new one is one line here.</summary>
internal static class Evidences
{
    public static Values<Evidence> All { get; } =
    [
        new ManualEvidence(),
        new ApprovalEvidence(),
        new TestsChangedEvidence(),
        new ChecksGreenEvidence(),
        new CoverageEvidence(),
        new SmallDiffEvidence(),
        new FilledEvidence(),
        new IssueLinkedEvidence(),
        new NoWorkflowChangeEvidence(),
        new VersionBumpedEvidence(),
        new ChangelogEvidence(),
        new PrivacyAuditEvidence(),
        new TesterEvidence(),
        new MigrationBackupEvidence(),
        new PlatformsEvidence(),
        new ForwardPortCleanEvidence(),
        new BuildGreenEvidence(),
        new SecurityScanEvidence(),
    ];

    public static Evidence? Find(string name) => All.FirstOrDefault(evidence => evidence.Rule.Name == name);
}
