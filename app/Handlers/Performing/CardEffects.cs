using System.Security.Cryptography;
using System.Text;
using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Triage;

namespace Hotfix.Handlers.Performing;

/// <summary>The issue's one card. Errors: those of <see cref="IIssues"/>.</summary>
internal sealed class CardEffects(IIssues issues)
{
    public async Task<Performed> WriteAsync(WriteCard write, Domain.Hotfix hotfix, bool look, CancellationToken cancellationToken)
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

    public async Task<Performed> RemoveAsync(RemoveCard remove, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await issues.DeleteCommentAsync(remove.Issue, remove.Card, cancellationToken);

        return new("card removed", null, hotfix is null ? null : hotfix with { Card = null });
    }

    private static bool Same(string left, string right) => string.Equals(left.ReplaceLineEndings("\n").Trim(), right.Trim(), StringComparison.Ordinal);
}
