using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>How much is tested before a fix of one severity goes out. Source: seeds/001, "Testing Requirements by Severity".</summary>
internal sealed record TestingRule(
    [property: Description("The depth, in a word or two: minimal, standard, full.")] string Depth,
    [property: Description("The most time the tests may take.")] Span? Within,
    [property: Description("A severity whose required tests are required here too.")] Severity? Includes,
    [property: Description("Tests without which nothing goes out.")] Values<ItemRule> Required,
    [property: Description("Tests that may be left out, or done after the release.")] Values<ItemRule> Optional,
    [property: Description("Why so much and no more, in one sentence.")] string? Why);
