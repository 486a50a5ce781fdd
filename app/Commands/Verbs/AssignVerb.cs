using Hotfix.Domain;
using Hotfix.Triage.Owners;

namespace Hotfix.Commands.Verbs;

/// <summary>Gives the issue to somebody.</summary>
internal sealed class AssignVerb() : Verb(new(
    "assign",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Of(new ArgumentRule("@login", ArgumentKind.Login, [])), Form.Of(ArgumentRule.Word("next"))],
    [],
    "Gives the issue to somebody, or to whoever is next by the team's rules.",
    "/hotfix assign @dana",
    "Whoever had it before has it again.")
{
    CanRehearse = true,
    LooksForPeople = true,
})
{
    public override Ruling Decide(CommandCall call)
    {
        var owner = call.Current.Owner?.Login;
        var to = call.Command.Arguments[0] == "next" ? Ownerships.After(call.Current, call.Issue, call.Facts.Issue) : call.Command.Arguments[0];

        return to switch
        {
            null => new Ruling.Refused(Replies.NobodyIsNext),
            _ when string.Equals(to, owner, StringComparison.OrdinalIgnoreCase) => new Ruling.Refused(Replies.HasItAlready(to)),
            _ => call.Told(call.Current with { Owner = new(to, null, []) }, $"assigned to {to}", new HandOver(call.Current.Issue, owner, to)),
        };
    }
}
