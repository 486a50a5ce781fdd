using Hotfix.Extension;

namespace Hotfix.Cli.Extension;

/// <summary>Writes a file so that its name never holds half of it: beside it first, then moved into place.</summary>
internal static class OutputFile
{
    public static async Task WriteAsync(string path, IReadOnlyList<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));

        if (folder is null || !Directory.Exists(folder) || Directory.Exists(path))
        {
            throw new ExtensionException($"'{path}' cannot be written: it is a folder, or lies in one that is not there.");
        }

        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}");

        try
        {
            await using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                foreach (var piece in pieces)
                {
                    await file.WriteAsync(piece, cancellationToken);
                }
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);

            throw;
        }
    }
}
