using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>A profile made ready for use: reading its word lists takes a while, triage by it does not.</summary>
/// <param name="links">Where each triage rule can be read, by its name: an address with the line.</param>
internal sealed class TeamProcess(Profile profile, IReadOnlyDictionary<string, string> links)
{
    private readonly Lazy<Assessor> assessor = new(() => new(profile));

    public Profile Profile { get; } = profile;

    public Assessor Assessor => assessor.Value;

    /// <summary>Where the rule can be read, or null.</summary>
    public string? LinkOf(string rule) => links.GetValueOrDefault(rule);
}
