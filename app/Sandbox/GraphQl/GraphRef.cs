namespace Hotfix.Sandbox.GraphQl;

/// <summary><c>Ref</c>: a branch or a tag, and what is asked of what comes into it: by rulesets (<c>rules</c>), and by classic protection (<c>refUpdateRule</c>).</summary>
internal static class GraphRef
{
    private static readonly GraphType StatusCheck = new GraphType("StatusCheckConfiguration").With<string>("context", context => context);

    private static readonly GraphType RequiredChecks = new GraphType("RequiredStatusChecksParameters", "RuleParameters")
        .With<Rule>("requiredStatusChecks", rule => rule.Ref.Repository.Rules.RequiredByRules(rule.Ref.Name).Select(StatusCheck.Of))
        .With<Rule>("strictRequiredStatusChecksPolicy", _ => false);

    private static readonly GraphType RepositoryRule = new GraphType("RepositoryRule")
        .With<Rule>("type", rule => rule.Kind.ToUpperInvariant())
        .With<Rule>("parameters", rule => rule.Kind == SandboxRules.RequiredChecks ? RequiredChecks.Of(rule) : null);

    private static readonly GraphType UpdateRule = new GraphType("RefUpdateRule").With<IReadOnlyList<string>>("requiredStatusCheckContexts", checks => checks);

    private static readonly GraphType Type = new GraphType("Ref")
        .With<Place>("name", place => place.Name[(place.Name.IndexOf('/', StringComparison.Ordinal) + 1)..])
        .With<Place>("prefix", place => $"refs/{place.Name[..(place.Name.IndexOf('/', StringComparison.Ordinal) + 1)]}")
        .With<Place>("target", place => GraphCommit.OrNull(place.Repository, place.Repository.Branches.Find($"refs/{place.Name}")))
        .With<Place>("refUpdateRule", place => UpdateRule.OrNull(place.Repository.Rules.RequiredByProtection(place.Name)))
        .With<Place>("rules", (place, call) => GraphConnection.Of(
            call, "RepositoryRuleConnection", place.Repository.Rules.Of(place.Name), kind => RepositoryRule.Of(new Rule(place, kind))));

    /// <param name="name">Without <c>refs/</c>.</param>
    public static GraphNode? Find(SandboxRepository repository, string name, GraphCall call)
    {
        call.Need("contents");

        return repository.Branches.Refs.Find(name) is null ? null : Type.Of(new Place(repository, name));
    }

    private sealed record Place(SandboxRepository Repository, string Name);

    private sealed record Rule(Place Ref, string Kind);
}
