using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Commands;

/// <summary>What taking a command back means by now: what others did since then stays.</summary>
internal static class Undoing
{
    /// <summary>Why it is too late; null when it is not.</summary>
    public static string? Passed(DoneCommand last, Values<Deed> deeds, Domain.Hotfix current)
    {
        var effects = deeds.Select(deed => deed.Effect).ToList();

        return effects.OfType<Remember>().FirstOrDefault(told => told.Was.State != told.Is.State && told.Is.State != current.State) is { } passed
            ? Replies.WentOn(last, passed.Is.State, current.State)
            : effects.OfType<OpenFollowUp>().Any() && current.Fix?.Pull?.State == PullState.Merged
            ? Replies.MergedWithIt
            : effects.OfType<CloseIssue>().Any() && current.Events.Any(told => told.Kind == ClockEventKind.Reopened && told.At >= last.At)
            ? Replies.ReopenedSince(last)
            : effects.OfType<HandOver>().LastOrDefault() is { To: { } to } && !Same(current.Owner?.Login, to)
            ? Replies.HandedOnSince(last, to, current.Owner?.Login)
            : null;
    }

    /// <summary>The inverse as it is right by now; null where the report's being read again does it, which is so of all labels but those that a person had taken off.</summary>
    public static Effect? ByNow(Effect inverse, Values<Deed> deeds, CommandCall call)
    {
        if (inverse is not ChangeLabels labels)
        {
            return inverse;
        }

        var ours = call.Current.Labels;
        var isPause = labels.Add.Concat(labels.Remove).All(label => call.Profile.Clocks.Pauses.Any(pause => LabelRules.Same(pause.Label, label.Name)));

        Values<string> off = [.. deeds.Select(deed => deed.Effect).OfType<Remember>().SelectMany(told => told.Was.TakenOff.Except(told.Is.TakenOff))];
        Values<Label> gone = [.. labels.Remove.Where(label => LabelRules.Has(off, label.Name))];

        return isPause ? labels with { Ours = ours }
            : call.Current.State.IsOpen() ? gone.Count == 0 ? null : labels with { Add = [], Remove = gone, Ours = ours }
            : labels with { Ours = [.. ours.Where(name => !labels.Remove.Any(label => LabelRules.Same(label.Name, name))).Union(labels.Add.Select(label => label.Name))] };
    }

    /// <summary>What happened, without the command, and without what GitHub has told of its doing meanwhile: that the issue is closed, that a label is off.</summary>
    public static Values<ClockEvent> Events(DoneCommand last, CommandCall call)
    {
        var (own, others) = (call.Current.Events.Where(told => told.Source == last.Delivery).ToList(), call.Current.Events.Where(told => told.Source != last.Delivery));
        Values<ClockEvent> left = [.. others.Where(told => told.At < last.At || !own.Exists(one => IsEcho(told, one)))];

        // GitHub may tell only later that a label was off for a while: from now on it waits in any case.
        var waiting = own.Where(one => one.Kind == ClockEventKind.Resumed)
            .Select(one => left.LastOrDefault(told => told.Kind == ClockEventKind.Paused && Course.IsEnd(one, told)))
            .OfType<ClockEvent>()
            .Where(pause => Course.Of(left, [.. call.Profile.Clocks.Pauses.Where(rule => rule.Reason == pause.Reason)])?.Waiting is not null)
            .Select(pause => pause with { At = call.Moment });

        return Limits.Keep(Course.InOrder([.. left, .. waiting]));
    }

    /// <summary>An issue that was closed counts as its owner's again.</summary>
    public static Effect[] Load(Domain.Hotfix current, Values<Deed> deeds) =>
        deeds.Any(deed => deed.Effect is MoveLoad) || current.Owner?.Login is not { } owner || !deeds.Any(deed => deed.Effect is CloseIssue) ? [] : [new MoveLoad(current.Issue, null, owner)];

    private static bool IsEcho(ClockEvent told, ClockEvent own) => (told.Kind, own.Kind) switch
    {
        (ClockEventKind.Closed, ClockEventKind.Closed) => true,
        (ClockEventKind.Resumed, ClockEventKind.Resumed) => told.Label is not null && own.Label is not null && LabelRules.Same(told.Label, own.Label),
        _ => false,
    };

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
