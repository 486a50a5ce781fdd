using System.Security.Cryptography;
using System.Text;
using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Triage;

namespace Hotfix.Handlers;

/// <summary>What became of an effect, how it is taken back, and the aggregate with what was learned from doing it.</summary>
internal sealed record Performed(string Outcome, Effect? Inverse, Domain.Hotfix? Hotfix);

/// <summary>
/// Performs one effect. Where it may have been done before (<c>look</c>: an earlier try had no answer), it looks first.
/// <para>Errors: those of <see cref="IIssues"/>.</para>
/// </summary>
internal sealed class Performer(IIssues issues, IApp app)
{
    public async Task<Performed> PerformAsync(Effect effect, Domain.Hotfix? hotfix, bool look, CancellationToken cancellationToken) => effect switch
    {
        ChangeLabels labels => await ChangeAsync(labels, hotfix, cancellationToken),
        WriteCard card => await WriteAsync(card, hotfix!, look, cancellationToken),
        RemoveCard card => await RemoveAsync(card, hotfix, cancellationToken),
        ForgetInstallation forget => Forget(forget, hotfix),
        _ => throw new InvalidOperationException($"Nobody performs {effect.GetType().Name}."),
    };

    /// <summary>Adding a label that is on, or taking off one that is not, changes nothing: no need to look.</summary>
    private async Task<Performed> ChangeAsync(ChangeLabels change, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
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

    private async Task<Performed> WriteAsync(WriteCard write, Domain.Hotfix hotfix, bool look, CancellationToken cancellationToken)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(write.Body)));

        if (hotfix.Card is { } card && await TryEditAsync(write, card, digest, cancellationToken))
        {
            return new(card.Digest == digest ? "card kept" : "card edited", null, hotfix with { Card = new(card.Comment, digest) });
        }

        // Also when we know of no card though there may be one: an earlier delivery failed with its outcome unknown, or the store is new.
        if ((look || (hotfix.Card is null && !write.IsFirst)) && await issues.FindCommentAsync(write.Issue, CardText.Marker, cancellationToken) is { } found && await issues.EditCommentAsync(write.Issue, found, write.Body, cancellationToken))
        {
            return new("card found", new RemoveCard(write.Issue, found), hotfix with { Card = new(found, digest) });
        }

        var posted = await issues.PostCommentAsync(write.Issue, write.Body, cancellationToken);

        return new("card posted", new RemoveCard(write.Issue, posted), hotfix with { Card = new(posted, digest) });
    }

    /// <summary>False when somebody deleted the card: then a new one is due. One call in either case.</summary>
    private async Task<bool> TryEditAsync(WriteCard write, Card card, string digest, CancellationToken cancellationToken)
    {
        if (card.Digest != digest)
        {
            return await issues.EditCommentAsync(write.Issue, card.Comment, write.Body, cancellationToken);
        }

        return await issues.ReadCommentAsync(write.Issue, card.Comment, cancellationToken) is { } text
            && (Same(text, write.Body) || await issues.EditCommentAsync(write.Issue, card.Comment, write.Body, cancellationToken));
    }

    private async Task<Performed> RemoveAsync(RemoveCard remove, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await issues.DeleteCommentAsync(remove.Issue, remove.Card, cancellationToken);

        return new("card removed", null, hotfix is null ? null : hotfix with { Card = null });
    }

    private Performed Forget(ForgetInstallation forget, Domain.Hotfix? hotfix)
    {
        app.Forget(forget.Installation);

        return new("forgotten", null, hotfix);
    }

    private static bool Same(string left, string right) => string.Equals(left.ReplaceLineEndings("\n").Trim(), right.Trim(), StringComparison.Ordinal);
}
