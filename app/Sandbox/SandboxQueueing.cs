using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>Merge queues. Each deed is done, and gives back the deliveries that GitHub sends for it, in GitHub's order.</summary>
internal static class SandboxQueueing
{
    /// <summary>GitHub's own bot, which pushes the queue's branches.</summary>
    private const string Queuer = "github-merge-queue[bot]";

    /// <summary>
    /// Puts pull requests at the end of a branch's queue, which comes into being with the first; each gets a group, one upon the other. Deliveries for each: <c>pull_request</c> enqueued;
    /// <c>create</c> and <c>push</c> of the group's branch; <c>merge_group</c> checks_requested.
    /// </summary>
    /// <exception cref="ArgumentException">One cannot be merged, or does not belong there.</exception>
    public static (IReadOnlyList<SandboxMergeGroup> Groups, IReadOnlyList<SandboxDelivery> Deliveries) Queue(this SandboxRepository repository, string branch, params SandboxPull[] pulls)
    {
        var (groups, deliveries, state) = (new List<SandboxMergeGroup>(), new List<SandboxDelivery>(), repository.State);

        lock (state.Gate)
        {
            var queue = repository.QueueOf(branch) ?? repository.OpenQueue(branch);
            var bot = state.User(Queuer, "Bot");

            foreach (var pull in pulls)
            {
                var group = Group(repository, branch, pull, queue is [.., var last] ? last.Head : pull.Base, bot);
                queue.Add(group);
                groups.Add(group);
                deliveries.AddRange(
                [
                    Events.Pull("enqueued", pull, pull.Issue.Author), .. repository.Move($"heads/{group.Name}", group.Head.Sha, bot), Events.MergeGroup("checks_requested", group, bot),
                ]);
            }

            return (groups, deliveries);
        }
    }

    /// <summary>
    /// The group is done with, and its branch goes. One that is <c>merged</c> moves its base, and closes its pull request. What stands behind one that was taken out stays as it is: GitHub
    /// builds it anew, and here that is another <see cref="Queue"/>.
    /// </summary>
    /// <param name="reason"><c>merged</c>, <c>invalidated</c> or <c>dequeued</c>.</param>
    public static IReadOnlyList<SandboxDelivery> Destroy(this SandboxMergeGroup group, string reason)
    {
        var (repository, state) = (group.Repository, group.Repository.State);

        lock (state.Gate)
        {
            if (repository.QueueOf(group.Base)?.Remove(group) != true)
            {
                throw new ArgumentException($"The pull request {group.Pull.Number} is not in the queue of '{group.Base}' any more.", nameof(group));
            }

            var bot = state.User(Queuer, "Bot");
            var dequeued = Events.Pull("dequeued", group.Pull, bot, reason: reason switch { "merged" => "MERGE", "dequeued" => "MANUAL", _ => "CI_FAILURE" });
            IReadOnlyList<SandboxDelivery> moved = reason == "merged" ? repository.Move($"heads/{group.Base}", group.Head.Sha, bot) : [];

            return [Events.MergeGroup("destroyed", group, bot, reason), dequeued, .. moved, .. repository.Move($"heads/{group.Name}", null, bot)];
        }
    }

    private static SandboxMergeGroup Group(SandboxRepository repository, string branch, SandboxPull pull, SandboxCommit before, SandboxUser bot)
    {
        var person = GitPerson.Of(bot, repository.State.Now);
        var files = pull is { IsOpen: true, IsDraft: false } && pull.BaseBranch == branch ? GitHistory.Merge(pull.Fork, before, pull.Head) : null;

        if (files is null)
        {
            throw new ArgumentException($"The pull request {pull.Number} cannot be queued for '{branch}': it is closed, a draft, aimed elsewhere, or conflicts with what is before it.", nameof(pull));
        }

        var head = repository.Branches.Objects.Add(new SandboxCommit([before, pull.Head], files, person, person, $"Merge pull request #{pull.Number} from {repository.Owner.Login}/{pull.HeadBranch}"));

        return new(pull, branch, $"gh-readonly-queue/{branch}/pr-{pull.Number}-{before.Sha}", before, head);
    }
}
