using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>What happened when.</summary>
internal sealed class TimelineVerb() : Verb(new(
    "timeline",
    VerbPlace.Both,
    RepositoryRole.Triage,
    [Form.Alone, Form.Of(ArgumentRule.Word("add"), new ArgumentRule("text", ArgumentKind.Text, []))],
    [new("at", "time")],
    "Shows what happened when, or adds a line to it.",
    "/hotfix timeline add the store answered --at 14:05",
    "The line is taken out.")
{
    AlsoWhenClosed = true,
    LooksBack = true,
})
{
    public override Ruling Decide(CommandCall call)
    {
        if (call.Command.Arguments is not ["add", var text])
        {
            return call.Command.Has("at") ? new Ruling.Refused(Replies.AtWithoutText) : new Ruling.Done(call.Current, [], "timeline", TimelineText.Of(call.Current, call.Facts.Journal));
        }

        var now = call.Facts.Now;

        return call.Command.Flag("at") is not { } given
            ? Add(call, text, now)
            : Times.Past(given, now) is { } at && at <= now ? Add(call, text, at) : new Ruling.Refused(Replies.NoSuchTime(given));
    }

    private static Ruling Add(CommandCall call, string text, DateTimeOffset at) => call.Told(call.Current with { Notes = Notes.With(call.Current, call, text, at) }, "noted");
}
