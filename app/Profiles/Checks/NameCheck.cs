using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>What one part of a profile calls by a name is there in the other: a signal, a checklist, a phase, a channel, a target.</summary>
internal static class NameCheck
{
    public static IEnumerable<Fault> Find(Profile profile) =>
    [
        .. profile.SignalSeverities.Keys.SelectMany(name => Of(name, "signal", profile.Signals.Select(signal => signal.Name), $"signal_severities[{name}]")),
        .. profile.Severities.SelectMany(severity => Of(severity.Value.Checklist, "checklist", profile.Checklists.Keys, $"severities.{severity.Key}.checklist")),
        .. profile.Checklists.SelectMany(checklist => checklist.Value.Items.SelectMany((item, at) =>
            Of(item.Phase, "phase of this checklist", checklist.Value.Phases.Select(phase => phase.Id), $"checklists[{checklist.Key}].items[#{at}].phase"))),
        .. profile.Communication.Announcements.SelectMany(announcement => Channels(profile, announcement.Value.Channels, $"communication.announcements.{announcement.Key}")),
        .. profile.Communication.Messages.SelectMany((message, at) => Channels(profile, message.Channels, $"communication.messages[#{at}]")),
        .. profile.Alerts.SelectMany(alert => Channels(profile, alert.Value.Channels, $"alerts[{alert.Key}]")),
        .. profile.Scenarios.SelectMany(scenario => scenario.Value.Messages.SelectMany((message, at) => Channels(profile, message.Channels, $"scenarios[{scenario.Key}].messages[#{at}]"))),
        .. profile.Pipeline is { } pipeline ? pipeline.Jobs.SelectMany((job, at) => job.Needs.SelectMany((name, number) => Of(name, "job", pipeline.Jobs.Select(known => known.Id), $"pipeline.jobs[#{at}].needs[#{number}]"))) : [],
        .. Of(profile.Pipeline?.DefaultTarget, "target", profile.Targets.Keys, "pipeline.default_target"),
    ];

    private static IEnumerable<Fault> Channels(Profile profile, Values<string> names, string path) =>
        names.SelectMany((name, at) => Of(name, "channel", profile.Communication.Channels.Keys, $"{path}.channels[#{at}]"));

    private static IEnumerable<Fault> Of(string? name, string what, IEnumerable<string> known, string path) =>
        name is null || known.Contains(name) ? [] : [new($"`{Wording.Short(name)}` is no {what}{Wording.Meant(name, known)}", path)];
}
