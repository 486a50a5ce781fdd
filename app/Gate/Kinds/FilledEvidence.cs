using Hotfix.Gate.Reading;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>Somebody wrote down what the template asks for.</summary>
internal sealed class FilledEvidence() : Evidence(new("filled", "filled(section)", "The section of the pull request's text (a heading, or a bold word that begins a line) holds more than a word that is not the template's.") { IsInText = true })
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 1, 1);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        var heading = call.Arguments[0];
        var template = facts.Fix.Template?.Sections.FirstOrDefault(section => BodyText.IsSame(section.Heading, heading))?.Text ?? "";

        return BodyText.Section(facts.Pull.Body, heading) is not { } text
            ? Finding.Open($"The section {Quote.Code(heading)} is gone from the pull request's text. Put it back, and fill it.")
            : BodyText.OwnWords(text, template) > 1
                ? Finding.Closed($"{Quote.Code(heading)} is filled.")
                : Finding.Open($"Write into {Quote.Code(heading)} what it asks for: a word is not enough, and what the template says does not count.");
    }
}
