using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>Labels on an issue. Adding one that is on, or taking off one that is not, changes nothing: no need to look. Errors: those of <see cref="IIssues"/>.</summary>
internal sealed class LabelEffects(IIssues issues)
{
    public async Task<Performed> ChangeAsync(ChangeLabels change, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        if (change.Add.Count > 0)
        {
            await issues.AddLabelsAsync(change.Issue, change.Add, cancellationToken);
        }

        foreach (var label in change.Remove)
        {
            await issues.RemoveLabelAsync(change.Issue, label.Name, cancellationToken);
        }

        return new("labelled", new ChangeLabels(change.Issue, change.Remove, change.Add, hotfix?.Labels ?? []), hotfix is null ? null : hotfix with { Labels = change.Ours });
    }
}
