using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Lets the gates of the repository go by their items again.</summary>
internal sealed class ThawVerb() : Verb(new(
    "thaw",
    VerbPlace.Both,
    RepositoryRole.Maintain,
    [Form.Alone],
    [],
    "Lets the gates of the repository's hotfixes go by their items again.",
    "/hotfix thaw",
    "The freeze is as it was.")
{
    AlsoWhenClosed = true,
    LooksAtFreeze = true,
})
{
    public override Ruling Decide(CommandCall call) => call.Facts.Freeze is { } freeze
        ? new Ruling.Done(call.Current, [new SetFreeze(call.Current.Issue, freeze, null)], "thawed")
        : new Ruling.Refused(Replies.NotFrozen);
}
