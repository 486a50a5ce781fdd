using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Says what there is.</summary>
internal sealed class HelpVerb() : Verb(new(
    "help",
    VerbPlace.Both,
    RepositoryRole.None,
    [Form.Alone, Form.Of(new ArgumentRule("verb", ArgumentKind.Verb, []))],
    [],
    "Says what there is, or how one command is used.",
    "/hotfix help start",
    "An answer is nothing to take back.")
{
    IsQuestion = true,
})
{
    public override Ruling Decide(CommandCall call) => new Ruling.Done(
        call.Current,
        [],
        "help",
        call.Command.Arguments is [var name] && Registry.Find(name) is { } verb ? HelpText.Of(verb.Rule, call.Profile) : HelpText.All(call.Profile));
}
