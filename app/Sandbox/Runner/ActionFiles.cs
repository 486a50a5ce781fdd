namespace Hotfix.Sandbox.Runner;

/// <summary>The Action itself, as it lies in this repository's <c>action</c>, out of the program: for whoever has the program and no checkout.</summary>
internal static class ActionFiles
{
    private const string Prefix = "action/";

    /// <summary>Writes it to a folder of its own; its steps can be run.</summary>
    /// <returns>The folder with action.yml.</returns>
    public static string Unpack(string folder)
    {
        var assembly = typeof(ActionFiles).Assembly;

        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = Path.Combine(folder, name[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var source = assembly.GetManifestResourceStream(name)!;
            using var target = File.Create(path);
            source.CopyTo(target);

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | (Path.HasExtension(path) ? UnixFileMode.None : UnixFileMode.UserExecute));
            }
        }

        return folder;
    }
}
