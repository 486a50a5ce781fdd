using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>Who hears of a hotfix, where and when. Source: seeds/001, Phase 7 and "Hotfix Decision Matrix"; seeds/002, "Communication Templates"; seeds/000, "notification_channels", "communication_plan".</summary>
internal sealed record CommunicationRules(
    [property: Description("The ways to reach people, each by a name of its own.")] IReadOnlyDictionary<string, ChannelRule> Channels,
    [property: Description("Where a fix of each severity is announced.")] IReadOnlyDictionary<Severity, AnnouncementRule> Announcements,
    [property: Description("What is said besides, in the order in which it comes.")] Values<MessageRule> Messages,
    [property: Description("Who is reached in an emergency, by role.")] Values<string> Contacts,
    [property: Description("From a question about the release to its answer.")] Span? AnswerWithin);

/// <summary>A way to reach people.</summary>
internal sealed record ChannelRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("What it is: chat, email, sms, issue, discussion, release, status_page, social or file.")] ChannelKind Kind,
    [property: Description("The room, list or file, where it has a name: #incidents.")] string? Room);

internal enum ChannelKind
{
    Chat,
    Email,
    Sms,
    Issue,
    Discussion,
    Release,
    StatusPage,
    Social,
    File,
}

/// <summary>Where a released fix is announced.</summary>
internal sealed record AnnouncementRule(
    [property: Description("The channels, by name; none when nobody is told.")] Values<string> Channels,
    [property: Description("From the release to the announcement.")] Span? Within,
    [property: Description("How often the status is told until it is over.")] Span? StatusEvery);

/// <summary>Something that is said to somebody at some time.</summary>
internal sealed record MessageRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("What is said, in a line.")] string Text,
    [property: Description("Who hears it.")] string? To,
    [property: Description("From when it is counted: report, decision, start, release or end.")] Moment After,
    [property: Description("The time it may take from then.")] Span? Within,
    [property: Description("How often it is repeated until it is over.")] Span? Every,
    [property: Description("The channels, by name.")] Values<string> Channels,
    [property: Description("The severities it is for; all when left out.")] Values<Severity> Severities,
    [property: Description("The template it is written from, by name.")] string? Template);

/// <summary>A point in a hotfix's life from which time is counted.</summary>
internal enum Moment
{
    Report,
    Decision,
    Start,
    Release,
    End,
}

/// <summary>Whom it goes to next. Source: seeds/001, "Emergency Contacts"; seeds/002, "Escalation"; seeds/000, "escalation_path".</summary>
internal sealed record EscalationStep(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("Who takes over, by role, or what is done.")] string To,
    [property: Description("How long after the report.")] Span? After,
    [property: Description("How long it stays with them alone.")] Span? For,
    [property: Description("When it goes on to this step, where that is not a matter of time.")] string? When);
