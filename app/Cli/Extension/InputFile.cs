using Hotfix.Extension;

namespace Hotfix.Cli.Extension;

/// <summary>A file somebody named: read whole, if it is there and not too large.</summary>
internal static class InputFile
{
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);

        if (Directory.Exists(path))
        {
            throw new ExtensionException($"'{path}' is a folder: this takes a file.");
        }

        if (!file.Exists)
        {
            throw new ExtensionException($"There is no file '{path}'.");
        }

        return file.Length > PackageLimits.Default.Bytes
            ? throw new ExtensionException($"'{path}' has {file.Length:#,0} bytes; at most {PackageLimits.Default.Bytes:#,0} are read.")
            : await File.ReadAllBytesAsync(path, cancellationToken);
    }
}
