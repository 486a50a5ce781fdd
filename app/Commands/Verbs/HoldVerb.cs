using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Shuts the gate by hand.</summary>
internal sealed class HoldVerb() : Verb(new(
    "hold",
    VerbPlace.Both,
    RepositoryRole.Write,
    [Form.Alone],
    [new("reason", "text", TakesText: true)],
    "Keeps the gate shut, whatever its items say, until somebody says `unhold`.",
    "/hotfix hold --reason the fix breaks the import on Windows",
    "The gate goes by its items again."))
{
    public override Ruling Decide(CommandCall call) => call.Gated switch
    {
        null => new Ruling.Refused(Replies.NoGate),
        { Hold: { } hold } => new Ruling.Refused(Replies.HeldAlready(hold)),
        var gate => call.Told(call.Current with { Gate = gate with { Hold = new(call.Given.By.Login, call.Facts.Now, call.Command.Flag("reason")) } }, "held"),
    };
}
