using System.Reflection;

namespace Hotfix.Profiles;

/// <summary>The files that ship under app/Profiles.</summary>
internal static class BuiltIns
{
    public const string Default = "browser-extension";

    /// <summary>The profiles; the other files are what these extend.</summary>
    public static IReadOnlyList<string> Names { get; } = [Default, "cli", "web-service", "appliance"];

    /// <summary>The file with the words of English, which every profile that ships shares.</summary>
    public static string Language { get; } = FileOf("english");

    /// <summary>A file's name, as it is told as the place that something comes from.</summary>
    public static string FileOf(string name) => $"{name}.yaml";

    public static string? Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(FileOf(name));

        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }
}
