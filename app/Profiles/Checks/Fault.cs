namespace Hotfix.Profiles.Checks;

/// <summary>A value that is of the right kind and impossible all the same.</summary>
/// <param name="Paths">Where it stands, and where the other half of the contradiction does; the team's own line is blamed before one that ships. As <see cref="Origins"/> writes paths.</param>
internal sealed record Fault(string Message, params IReadOnlyList<string> Paths);
