using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>What is learned from a hotfix, and by when. Source: seeds/001, "Post-Hotfix Review"; seeds/002, "Post-Hotfix Actions", "Post-Mortem Template".</summary>
internal sealed record PostMortemRules(
    [property: Description("The severities that need one; all when left out.")] Values<Severity> Severities,
    [property: Description("From the release to the meeting.")] Span Within,
    [property: Description("Minutes the meeting takes.")] int? MeetingMinutes,
    [property: Description("The template it is written from, by name.")] string? Template,
    [property: Description("Its headings, in order.")] Values<string> Sections,
    [property: Description("What is asked, in order.")] Values<QuestionRule> Questions,
    [property: Description("What is done afterwards, in order.")] Values<ItemRule> Actions);

/// <summary>A question that is put after every hotfix.</summary>
internal sealed record QuestionRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("The question.")] string Text,
    [property: Description("What an answer says, or may say.")] Values<string> Answers);
