using Hotfix.Profiles;

namespace Hotfix.Cli.Config;

/// <summary>A team's file from the disk.</summary>
internal static class ConfigFile
{
    /// <exception cref="InputException">There is no such file; one sentence.</exception>
    public static ConfigReading Read(string path)
    {
        try
        {
            return ConfigReader.Read(File.ReadAllText(path), path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>A file without errors.</summary>
    /// <exception cref="InputException">Its errors, one a line.</exception>
    public static ConfigReading Good(ConfigReading reading) =>
        reading.Errors.Count == 0 ? reading : throw new InputException(string.Join('\n', reading.Errors));
}
