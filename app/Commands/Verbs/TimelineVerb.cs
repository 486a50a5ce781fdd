using System.Globalization;
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
            : At(given, now) is { } at && at <= now ? Add(call, text, at) : new Ruling.Refused(Replies.NoSuchTime(given));
    }

    private static Ruling Add(CommandCall call, string text, DateTimeOffset at) => call.Told(call.Current with { Notes = Notes.With(call.Current, call, text, at) }, "noted");

    /// <summary><c>14:05</c> is the last time it was so; UTC unless it says otherwise.</summary>
    private static DateTimeOffset? At(string given, DateTimeOffset now)
    {
        if (TimeOnly.TryParseExact(given, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            var today = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(time), TimeSpan.Zero);

            return today <= now ? today : today.AddDays(-1);
        }

        string[] formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

        return DateTimeOffset.TryParseExact(given, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
