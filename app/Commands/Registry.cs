using Hotfix.Commands.Verbs;
using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>The verbs, in the order in which <c>help</c> and the README list them. A new one is one line here.</summary>
internal static class Registry
{
    public static Values<Verb> Verbs { get; } =
    [
        new TriageVerb(),
        new SeverityVerb(),
        new ImpactVerb(),
        new FrequencyVerb(),
        new AssignVerb(),
        new StartVerb(),
        new NextReleaseVerb(),
        new DuplicateVerb(),
        new PauseVerb(),
        new ResumeVerb(),
        new CheckVerb(),
        new VerifiedVerb(),
        new HoldVerb(),
        new UnholdVerb(),
        new OverrideVerb(),
        new FreezeVerb(),
        new ThawVerb(),
        new CloseVerb(),
        new AbandonVerb(),
        new StatusVerb(),
        new WhyVerb(),
        new UndoVerb(),
        new TimelineVerb(),
        new RoleVerb(),
        new HelpVerb(),
    ];

    public static Verb? Find(string name) => Verbs.FirstOrDefault(verb => verb.Rule.Name == name);
}
