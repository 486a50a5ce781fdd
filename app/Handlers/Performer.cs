using Hotfix.Domain;
using Hotfix.Handlers.Performing;
using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>What became of an effect, how it is taken back, and the aggregate with what was learned from doing it.</summary>
/// <param name="Refusal">Why it could not be done, for people to read: then nothing that was planned after it is done. Null where it was done, or nothing depends on it.</param>
internal sealed record Performed(string Outcome, Effect? Inverse, Domain.Hotfix? Hotfix, string? Refusal = null);

/// <summary>
/// Performs one effect. Where it may have been done before (<c>look</c>: an earlier try had no answer), it looks first.
/// <para>Errors: those of the ports.</para>
/// </summary>
internal sealed class Performer(LabelEffects labels, CardEffects cards, OwnerEffects owners, ConfigEffects configs, CommandEffects commands, StartEffects starts, GateEffects gates, WorkflowEffects workflows, IApp app, TimeProvider time)
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
        AskCommands ask => await commands.AskAsync(ask, hotfix, cancellationToken),
        React react => await commands.ReactAsync(react, hotfix, cancellationToken),
        GiveAnswer answer => await commands.AnswerAsync(answer, hotfix, look, cancellationToken),
        Remember remember => CommandEffects.Remember(remember, hotfix!),
        Adopt adopt => new("counts", null, hotfix! with { Triages = hotfix.Triages + 1, Assessment = adopt.Assessment, Events = adopt.Events, Deadlines = adopt.Deadlines, Effort = adopt.Effort }),
        LogCommand log => CommandEffects.Log(log, hotfix!),
        HandOver over => await commands.HandOverAsync(over, hotfix!, cancellationToken),
        CloseIssue close => await commands.CloseAsync(close, hotfix, cancellationToken),
        ReopenIssue reopen => await commands.ReopenAsync(reopen, hotfix, cancellationToken),
        ClaimVersion claim => await starts.ClaimAsync(claim, hotfix!, cancellationToken),
        DropFix => new("dropped", null, hotfix! with { Fix = null }),
        CreateBranch create => await starts.CreateAsync(create, hotfix!, cancellationToken),
        DeleteBranch delete => await starts.DeleteAsync(delete, hotfix!, cancellationToken),
        CommitFiles commit => await starts.CommitAsync(commit, hotfix!, cancellationToken),
        OpenPullRequest open => await starts.OpenAsync(open, hotfix!, cancellationToken),
        SetPullRequestOpen set => await starts.SetOpenAsync(set, hotfix!, cancellationToken),
        AssignPullRequest assign => await starts.AssignAsync(assign, hotfix, cancellationToken),
        AskVerdict ask => await gates.AskAsync(ask, hotfix, cancellationToken),
        PublishVerdict publish => await gates.PublishAsync(publish, hotfix!, look, cancellationToken),
        MakeReady ready => await gates.MakeReadyAsync(ready, hotfix!, cancellationToken),
        MergeLater merge => await gates.MergeLaterAsync(merge, hotfix!, look, cancellationToken),
        OpenFollowUp open => await gates.FollowUpAsync(open, hotfix!, look, cancellationToken),
        SettleFollowUp settle => await gates.SettleAsync(settle, hotfix, cancellationToken),
        SetFreeze freeze => await gates.FreezeAsync(freeze, hotfix, time.GetUtcNow(), cancellationToken),
        KeepBuild keep => new(keep.Objection ?? "counts", null, hotfix),
        StartWorkflow start => await workflows.StartAsync(start, hotfix, look, cancellationToken),
        _ => throw new InvalidOperationException($"Nobody performs {effect.GetType().Name}."),
    };

    private async Task<Performed> ForgetAsync(ForgetInstallation forget, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        app.Forget(forget.Installation);
        await configs.ForgetAccountAsync(forget.Installation, cancellationToken);

        return new("forgotten", null, hotfix);
    }
}
