using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Lets the gate go by its items again.</summary>
internal sealed class UnholdVerb() : Verb(new(
    "unhold",
    VerbPlace.Both,
    RepositoryRole.Write,
    [Form.Alone],
    [],
    "Lets the gate go by its items again.",
    "/hotfix unhold",
    "The gate is held as before."))
{
    public override Ruling Decide(CommandCall call) => call.Gated switch
    {
        null => new Ruling.Refused(Replies.NoGate),
        { Hold: null } => new Ruling.Refused(Replies.NotHeld),
        var gate => call.Told(call.Current with { Gate = gate with { Hold = null } }, "no longer held"),
    };
}
