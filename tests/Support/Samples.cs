using Hotfix.Extension;

namespace Hotfix.Tests.Support;

/// <summary>The extensions of tests/Samples.</summary>
internal static class Samples
{
    public static string Weak => Repo.File("tests", "Samples", "weak");

    /// <summary>Builds the healthy one, as its authors would, and returns the folder.</summary>
    public static async Task<string> BuildTallyAsync(string target, CancellationToken cancellationToken)
    {
        var (exitCode, _, error) = await Tool.RunAsync("node", cancellationToken, Repo.File("tests", "Samples", "tally", "build.mjs"), target);

        return exitCode == 0 ? target : throw new InvalidOperationException(error);
    }

    /// <summary>The notes' first release, with the files of what is broken in it laid over, one after another.</summary>
    public static ExtensionPackage Notes(params string[] broken) => new(Laid(broken).Select(file => new PackageFile(file.Key, File.ReadAllBytes(file.Value))));

    /// <summary>The same in a folder.</summary>
    public static string WriteNotes(string target, params string[] broken)
    {
        Directory.CreateDirectory(target);

        foreach (var (name, source) in Laid(broken))
        {
            File.Copy(source, Path.Combine(target, name), overwrite: true);
        }

        return target;
    }

    private static Dictionary<string, string> Laid(string[] broken)
    {
        var notes = Repo.File("tests", "Samples", "notes");
        var files = new Dictionary<string, string>();

        foreach (var file in broken.Select(what => Path.Combine(notes, "broken", what)).Prepend(Path.Combine(notes, "first")).SelectMany(Directory.GetFiles))
        {
            files[Path.GetFileName(file)] = file;
        }

        return files;
    }
}
