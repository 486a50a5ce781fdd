using System.Globalization;
using Hotfix.Extension;

namespace Hotfix.Cli.Extension;

/// <summary>
/// Files to write, all or none: looked at before any work is done, written beside their places, and moved into them when all are whole.
/// </summary>
internal sealed record OutputFile(string Path, IReadOnlyList<ReadOnlyMemory<byte>> Pieces)
{
    /// <summary>Refuses targets that are one place, that the command reads, or where no file can be.</summary>
    /// <param name="targets">Null where an option was not given.</param>
    /// <param name="inputs">Every file that the command reads.</param>
    /// <exception cref="ExtensionException">One of them cannot be written.</exception>
    public static void Check(IEnumerable<string?> targets, IEnumerable<string?> inputs)
    {
        var read = inputs.OfType<string>().Select(input => Place(Followed(input))).ToHashSet(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);

        foreach (var target in targets.OfType<string>())
        {
            if (Objection(target) is { } objection)
            {
                throw new ExtensionException($"'{target}' cannot be written: {objection}.");
            }

            if (read.Contains(Place(target)))
            {
                throw new ExtensionException($"'{target}' cannot be written: this command reads it.");
            }

            if (!written.Add(Place(target)))
            {
                throw new ExtensionException($"'{target}' cannot be written twice: give each file a name of its own.");
            }
        }
    }

    public static async Task WriteAsync(IReadOnlyList<OutputFile> files, CancellationToken cancellationToken)
    {
        Check(files.Select(file => file.Path), []);
        var beside = files.Select((file, index) => System.IO.Path.Combine(Folder(file.Path), string.Create(CultureInfo.InvariantCulture, $".hotfix-{Environment.ProcessId}-{index}"))).ToList();
        var at = 0;

        try
        {
            for (at = 0; at < files.Count; at++)
            {
                await WriteAsync(beside[at], files[at].Pieces, cancellationToken);
            }

            for (at = 0; at < files.Count; at++)
            {
                File.Move(beside[at], files[at].Path, overwrite: true);
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ExtensionException($"'{files[at].Path}' cannot be written: {wrong.Message.Replace(beside[at], files[at].Path, StringComparison.Ordinal)}");
        }
        finally
        {
            beside.ForEach(Remove);
        }
    }

    /// <summary>The place a name stands for, whatever links its folders are.</summary>
    public static string Place(string path)
    {
        var full = System.IO.Path.GetFullPath(path);

        return System.IO.Path.GetDirectoryName(full) is { } folder
            ? System.IO.Path.Combine(Place(new DirectoryInfo(folder) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : folder), System.IO.Path.GetFileName(full))
            : full;
    }

    private static string Followed(string input)
    {
        try
        {
            return new FileInfo(input) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : input;
        }
        catch (IOException) // a link in a circle: whoever reads it says so
        {
            return input;
        }
    }

    private static string? Objection(string target)
    {
        var file = new FileInfo(target);

        return target switch
        {
            _ when Directory.Exists(target) || !Directory.Exists(Folder(target)) => "it is a folder, or lies in one that is not there",
            _ when file.LinkTarget is not null => "it is a link",
            _ when file.Exists && !RegularFile.Is(file) => "it is a pipe or a device",
            _ => null,
        };
    }

    private static async Task WriteAsync(string path, IReadOnlyList<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken)
    {
        File.Delete(path); // what a process of the same number left behind
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

        foreach (var piece in pieces)
        {
            await file.WriteAsync(piece, cancellationToken);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // The sentence about the target says more than this one would.
        }
    }

    private static string Folder(string path) => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) ?? "";
}
