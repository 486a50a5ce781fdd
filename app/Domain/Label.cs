namespace Hotfix.Domain;

/// <summary>A label as a profile describes it.</summary>
/// <param name="Name">At most 50 characters; GitHub compares names without regard to case.</param>
/// <param name="Color">Six hexadecimal digits, no <c>#</c>.</param>
/// <param name="Description">At most 100 characters.</param>
internal sealed record Label(string Name, string Color, string Description);
