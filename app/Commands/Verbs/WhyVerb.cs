using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Why it was decided so.</summary>
internal sealed class WhyVerb() : Verb(new(
    "why",
    VerbPlace.Both,
    RepositoryRole.Read,
    [Form.Alone],
    [],
    "Says why it was decided so: what was read, the rule that matched, and the sum.",
    "/hotfix why",
    "An answer is nothing to take back.")
{
    IsQuestion = true,
})
{
    public override Ruling Decide(CommandCall call) => call.Current.Assessment is { } assessment
        ? new Ruling.Done(call.Current, [], "why", WhyText.Of(assessment, call.Current, call.Facts.Issue.Process))
        : new Ruling.Refused(Replies.NotTriaged);
}
