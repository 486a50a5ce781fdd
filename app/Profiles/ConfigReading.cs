using Hotfix.Domain;

namespace Hotfix.Profiles;

/// <summary>What came of reading a configuration.</summary>
/// <param name="Profile">The process it makes, whole; null when there are errors.</param>
/// <param name="Origins">Where each of its values comes from.</param>
/// <param name="Errors">What is wrong, in the order of the file.</param>
internal sealed record ConfigReading(Profile? Profile, Origins Origins, Values<ConfigError> Errors);
