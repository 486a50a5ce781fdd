using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Shuts every gate of the repository.</summary>
internal sealed class FreezeVerb() : Verb(new(
    "freeze",
    VerbPlace.Both,
    RepositoryRole.Maintain,
    [Form.Alone],
    [new("until", "time"), new("reason", "text", TakesText: true)],
    "Keeps the gates of all hotfixes of the repository shut, until a time or until somebody says `thaw`.",
    "/hotfix freeze --until 18:00 --reason the store is being migrated",
    "The gates go by their items again, or by the freeze that was before.")
{
    AlsoWhenClosed = true,
    LooksAtFreeze = true,
})
{
    public override Ruling Decide(CommandCall call)
    {
        var (now, given) = (call.Facts.Now, call.Command.Flag("until"));
        var until = given is null ? null : Times.Coming(given, now);

        if (given is not null && !(until > now))
        {
            return new Ruling.Refused(Replies.NoComingTime(given));
        }

        if (call.Command.Flag("reason") is not { Length: > 0 } reason)
        {
            return new Ruling.Refused(Replies.ReasonMissing);
        }

        var freeze = new GateFreeze(call.Given.By.Login, now, reason, until);

        return new Ruling.Done(call.Current, [new SetFreeze(call.Current.Issue, call.Facts.Freeze, freeze)], "frozen", Replies.Frozen(freeze));
    }
}
