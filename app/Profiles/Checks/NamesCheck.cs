using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>What is named exists: channels, checklists, phases, signals, targets, jobs.</summary>
internal static class NamesCheck
{
    public static IEnumerable<Fault> Find(Profile profile) =>
    [
        .. profile.Severities.SelectMany(severity => One(severity.Value.Checklist, "checklists", profile.Checklists.Keys, $"severities.{severity.Key}.checklist")),
        .. profile.SignalSeverities.Keys.SelectMany(signal => One(signal, "signals", profile.Signals.Select(known => known.Name), $"signal_severities[{signal}]")),
        .. One(profile.Pipeline?.DefaultTarget, "targets", profile.Targets.Keys, "pipeline.default_target"),
        .. profile.Pipeline is { } pipeline ? pipeline.Jobs.SelectMany((job, at) => Many(job.Needs, "jobs", pipeline.Jobs.Select(known => known.Id), $"pipeline.jobs[#{at}].needs")) : [],
        .. profile.Checklists.SelectMany(list => list.Value.Items.SelectMany((item, at) => One(item.Phase, "phases", list.Value.Phases.Select(phase => phase.Id), $"checklists[{list.Key}].items[#{at}].phase"))),
        .. Channels(profile, profile.Communication.Channels.Keys),
    ];

    private static IEnumerable<Fault> Channels(Profile profile, IEnumerable<string> known) =>
    [
        .. profile.Communication.Announcements.SelectMany(one => Many(one.Value.Channels, "channels", known, $"communication.announcements.{one.Key}.channels")),
        .. profile.Communication.Messages.SelectMany((one, at) => Many(one.Channels, "channels", known, $"communication.messages[#{at}].channels")),
        .. profile.Alerts.SelectMany(one => Many(one.Value.Channels, "channels", known, $"alerts[{one.Key}].channels")),
        .. profile.Scenarios.SelectMany(scenario => scenario.Value.Messages.SelectMany((one, at) => Many(one.Channels, "channels", known, $"scenarios[{scenario.Key}].messages[#{at}].channels"))),
    ];

    private static IEnumerable<Fault> Many(Values<string> names, string what, IEnumerable<string> known, string path) => names.SelectMany((name, at) => One(name, what, known, $"{path}[#{at}]"));

    private static IEnumerable<Fault> One(string? name, string what, IEnumerable<string> known, string path)
    {
        List<string> names = [.. known];

        return name is null || names.Contains(name)
            ? []
            : [new($"`{Wording.Short(name)}` is none of the `{what}`{Wording.Meant(name, names)} {(names.Count > 0 ? $"There are: {Wording.List(names)}." : "There are none.")}", path)];
    }
}
