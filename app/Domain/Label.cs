using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>A label as a profile describes it. The limits are GitHub's; it compares names without regard to case.</summary>
internal sealed record Label(
    [property: Description("Its name, at most 50 characters.")] string Name,
    [property: Description("Its color: six hexadecimal digits, without #.")] string Color,
    [property: Description("What it means, at most 100 characters.")] string Description);
