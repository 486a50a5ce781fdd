using Hotfix.Domain;
using Hotfix.Tests.Support;
using Hotfix.Triage.Clocks;
using static Hotfix.Tests.Triage.Clocks.Workweek;

namespace Hotfix.Tests.Triage.Clocks;

/// <summary>What happened to an issue, delivery by delivery; the issue's labels follow. Opened on Monday the 16th at 09:00.</summary>
internal sealed class Story(DateTimeOffset? opened = null)
{
    public static readonly Actor Author = new("beta-user", false);
    public static readonly Actor Maintainer = new("maintainer", false);
    public static readonly Actor Stranger = new("somebody-else", false);
    public static readonly Actor Bot = new("labeler[bot]", true);

    private readonly DateTimeOffset opened = opened ?? At("16 09:00");
    private readonly HashSet<string> labels = [];

    public List<(IssueEvent Event, string Source)> Deliveries { get; } = [];

    public Story Opened() => Add(new IssueOpened(Issue(opened)));

    public Story Edited(string at) => Edited(At(at));

    public Story Edited(DateTimeOffset at) => Add(new IssueEdited(Issue(at)));

    public Story Labeled(string at, string label, Actor? by = null) => Labeled(At(at), label, by ?? Maintainer);

    public Story Labeled(DateTimeOffset at, string label, Actor by) => labels.Add(label) ? Add(new IssueLabeled(Issue(at), label, by)) : this;

    public Story Unlabeled(string at, string label, Actor? by = null) => Unlabeled(At(at), label, by ?? Maintainer);

    public Story Unlabeled(DateTimeOffset at, string label, Actor by) => labels.Remove(label) ? Add(new IssueUnlabeled(Issue(at), label, by)) : this;

    /// <summary>The label is off, and nobody told us.</summary>
    public Story Lost(string label)
    {
        labels.Remove(label);

        return this;
    }

    public Story Commented(string at, Actor by) => Commented(At(at), by);

    public Story Commented(DateTimeOffset at, Actor by) => Add(new CommentPosted(Issue(at), by, "Hello.", by == Maintainer, at));

    public Story Assigned(string at, string assignee, Actor by) => Add(new IssueAssigned(Issue(At(at)), assignee, by));

    public Story Unassigned(string at, string assignee, Actor by) => Add(new IssueUnassigned(Issue(At(at)), assignee, by));

    public Story Closed(DateTimeOffset at, Actor by) => Add(new IssueClosed(Issue(at), by));

    public Story Reopened(DateTimeOffset at) => Add(new IssueReopened(Issue(at)));

    public Values<ClockEvent> Told(Profile? profile = null) => Told(Deliveries, profile);

    public Values<ClockEvent> ToldBackwards() => Told(Enumerable.Reverse(Deliveries));

    public static Values<ClockEvent> Told(IEnumerable<(IssueEvent Event, string Source)> deliveries, Profile? profile = null) =>
        deliveries.Aggregate(default(Values<ClockEvent>), (events, told) => Timeline.With(events, told.Event, told.Source, profile ?? NineToFive));

    private Story Add(IssueEvent happened)
    {
        Deliveries.Add((happened, $"delivery {Deliveries.Count}"));

        return this;
    }

    private IssueSnapshot Issue(DateTimeOffset at) => new(new(Reports.Repository, 1), Author, new("It crashes", ""), [.. labels], true, at, [], opened);
}
