using Hotfix.Extension;

namespace Hotfix.Cli.Extension;

/// <summary>Writes a file so that its name never holds half of it: beside it first, then moved into place.</summary>
internal static class OutputFile
{
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));

        if (folder is null || !Directory.Exists(folder) || Directory.Exists(path))
        {
            throw new ExtensionException($"'{path}' cannot be written: it is a folder, or lies in one that is not there.");
        }

        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}");

        try
        {
            await File.WriteAllBytesAsync(beside, bytes, cancellationToken);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);

            throw;
        }
    }
}
