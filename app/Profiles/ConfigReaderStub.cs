using Hotfix.Domain;

namespace Hotfix.Profiles;

internal sealed record ConfigError(string Source, int Line, int Column, string Message);
internal sealed record Origin(string Source, int Line, int Column);
internal sealed class Origins { public Origin? Of(string path) => path.Length == 0 ? null : new("browser-extension.yaml", 1, 1); }
internal sealed record ConfigReading(Profile? Profile, Origins Origins, Values<ConfigError> Errors);
internal static class ConfigReader
{
    public static ConfigReading Read(string yaml, string source) => new(ProfileReader.Read(yaml, source), new(), []);
    public static ConfigReading BuiltIn(string name) => new(ProfileReader.BuiltIn(name), new(), []);
}
