using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>Has the hotfix workflow run. What GitHub will not run is told on the card, and nothing else depends on it. Errors: those of <see cref="IWorkflows"/>.</summary>
internal sealed class WorkflowEffects(IWorkflows workflows, TimeProvider time)
{
    public async Task<Performed> StartAsync(StartWorkflow start, Domain.Hotfix? hotfix, bool look, CancellationToken cancellationToken)
    {
        var repository = start.Issue.Repository;

        try
        {
            // A try without an answer may have started one; and so may somebody's push.
            var run = (look ? await workflows.FindAsync(repository, start.File, start.Commit, cancellationToken) : null)
                ?? await workflows.StartAsync(repository, start.File, start.Branch, start.Inputs, cancellationToken)
                ?? await workflows.FindAsync(repository, start.File, start.Commit, cancellationToken);

            return new(run is { } found ? $"run {found.Id}" : "asked for", null, With(hotfix, run));
        }
        catch (RefusedException refused)
        {
            return new(refused.Message, null, With(hotfix, new(0, 1, start.Commit, RunStanding.Refused, time.GetUtcNow(), "", refused.Message)));
        }
    }

    private static Domain.Hotfix? With(Domain.Hotfix? hotfix, WorkflowRun? run) =>
        hotfix?.Fix is { } fix && run is not null && run.Follows(fix.Run) ? hotfix with { Fix = fix with { Run = run } } : hotfix;
}
