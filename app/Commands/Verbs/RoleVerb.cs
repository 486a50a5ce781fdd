using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Says who has which part.</summary>
internal sealed class RoleVerb() : Verb(new(
    "role",
    VerbPlace.Both,
    RepositoryRole.Triage,
    [Form.Of(ArgumentRule.OneOf("role", Typed.All<IncidentRole>()), new ArgumentRule("@login", ArgumentKind.Login, []))],
    [],
    "Says who decides (commander), who tells everybody else (comms), or who writes down what happens (scribe).",
    "/hotfix role commander @dana",
    "Whoever had the part before has it again.")
{
    AlsoWhenClosed = true,
})
{
    public override Ruling Decide(CommandCall call)
    {
        var role = Typed.Parse<IncidentRole>(call.Command.Arguments[0]);
        var holder = new RoleHolder(role, call.Command.Arguments[1]);

        return call.Current.Roles.Any(other => other.Role == role && string.Equals(other.Login, holder.Login, StringComparison.OrdinalIgnoreCase))
            ? new Ruling.Refused(Replies.HasThePart(holder))
            : call.Told(call.Current with { Roles = [.. call.Current.Roles.Where(other => other.Role != role).Append(holder).OrderBy(other => other.Role)] }, $"{call.Command.Arguments[0]} {holder.Login}");
    }
}
