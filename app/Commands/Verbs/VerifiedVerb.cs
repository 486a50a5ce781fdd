using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>A tester says that the fix works.</summary>
internal sealed class VerifiedVerb() : Verb(new(
    "verified",
    VerbPlace.Both,
    RepositoryRole.None,
    [Form.Alone],
    [],
    "Confirms, as one of the testers that the config names, that the fix works as it is now.",
    "/hotfix verified",
    "The confirmation does not count any more."))
{
    public override Ruling Decide(CommandCall call)
    {
        var (by, testers) = (call.Given.By.Login, call.Profile.Gate.Testers);

        if (!testers.Contains(by, StringComparer.OrdinalIgnoreCase))
        {
            return new Ruling.Refused(Replies.NoTester(testers.Count > 0));
        }

        if (call.Gated is not { } gate)
        {
            return new Ruling.Refused(Replies.NoGate);
        }

        var head = call.Facts.Head ?? call.Current.Fix!.Pull!.Head;

        return gate.Confirmations.Any(known => known.Head == head && string.Equals(known.By, by, StringComparison.OrdinalIgnoreCase))
            ? new Ruling.Refused(Replies.ConfirmedAlready(head))
            : call.Told(call.Current with { Gate = gate with { Confirmations = [.. gate.Confirmations, new(by, head, call.Facts.Now)] } }, "confirmed");
    }
}
