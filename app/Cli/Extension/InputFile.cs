using Hotfix.Extension;

namespace Hotfix.Cli.Extension;

/// <summary>A file somebody named: read whole, if it is there, regular and not too large. A pipe or a device could keep us for ever, and is not opened.</summary>
internal static class InputFile
{
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new ExtensionException($"'{path}' is a folder: this takes a file.");
        }

        if (!File.Exists(path))
        {
            throw new ExtensionException($"There is no file '{path}'.");
        }

        var named = new FileInfo(path);
        var file = named.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? named;

        if (!file.Exists || !RegularFile.Is(file)) // what a link in /proc leads to has no name
        {
            throw new ExtensionException($"'{path}' is a pipe or a device: this takes a file.");
        }

        return file.Length > PackageLimits.Default.Bytes
            ? throw new ExtensionException($"'{path}' has {file.Length:#,0} bytes; at most {PackageLimits.Default.Bytes:#,0} are read.")
            : await ReadAsync(file, path, cancellationToken);
    }

    /// <summary>As many bytes as it said to have, whatever it grows to.</summary>
    private static async Task<byte[]> ReadAsync(FileInfo file, string path, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Length];
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);

        return await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken) < bytes.Length || stream.Length != bytes.Length
            ? throw new ExtensionException($"'{path}' changed while it was read: wait until it is written.")
            : bytes;
    }
}
