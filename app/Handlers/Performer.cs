using Hotfix.Domain;
using Hotfix.Handlers.Performing;
using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>What became of an effect, how it is taken back, and the aggregate with what was learned from doing it.</summary>
internal sealed record Performed(string Outcome, Effect? Inverse, Domain.Hotfix? Hotfix);

/// <summary>
/// Performs one effect. Where it may have been done before (<c>look</c>: an earlier try had no answer), it looks first.
/// <para>Errors: those of the ports.</para>
/// </summary>
internal sealed class Performer(LabelEffects labels, CardEffects cards, OwnerEffects owners, ConfigEffects configs, IApp app)
{
    public async Task<Performed> PerformAsync(Effect effect, Domain.Hotfix? hotfix, bool look, CancellationToken cancellationToken) => effect switch
    {
        ChangeLabels change => await labels.ChangeAsync(change, hotfix, cancellationToken),
        WriteCard card => await cards.WriteAsync(card, hotfix!, look, cancellationToken),
        RemoveCard card => await cards.RemoveAsync(card, hotfix, cancellationToken),
        AssignOwner assign => await owners.AssignAsync(assign, hotfix!, look, cancellationToken),
        UnassignOwner unassign => await owners.UnassignAsync(unassign, hotfix, cancellationToken),
        MoveLoad move => await owners.MoveAsync(move, hotfix, cancellationToken),
        LearnEffort learn => await owners.LearnAsync(learn, hotfix, cancellationToken),
        PublishCheck publish => await configs.PublishAsync(publish, hotfix, cancellationToken),
        AdoptConfig adopt => await configs.AdoptAsync(adopt, hotfix, cancellationToken),
        RecountClocks recount => await configs.RecountAsync(recount, hotfix, cancellationToken),
        ForgetCodeOwners forget => await configs.ForgetAsync(forget, hotfix, cancellationToken),
        ForgetInstallation forget => await ForgetAsync(forget, hotfix, cancellationToken),
        _ => throw new InvalidOperationException($"Nobody performs {effect.GetType().Name}."),
    };

    private async Task<Performed> ForgetAsync(ForgetInstallation forget, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        app.Forget(forget.Installation);
        await configs.ForgetAccountAsync(forget.Installation, cancellationToken);

        return new("forgotten", null, hotfix);
    }
}
