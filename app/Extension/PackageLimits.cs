namespace Hotfix.Extension;

/// <summary>
/// What is read at most, so that hostile input costs a bounded amount of memory. The store itself takes 2 GiB (discovery document of its API, mediaUpload.maxSize);
/// nobody ships that, and whoever tries hears it from us first.
/// </summary>
/// <param name="Files">Files and folders of one package.</param>
/// <param name="FileBytes">Bytes of one file, unpacked.</param>
/// <param name="Bytes">Bytes of all files, unpacked; a package itself may be no larger either.</param>
internal sealed record PackageLimits(int Files, long FileBytes, long Bytes)
{
    public static PackageLimits Default { get; } = new(20_000, 128L << 20, 384L << 20);

    public ExtensionException TooManyFiles(string where) => new($"{where} holds more than {Files:#,0} files and folders, which is the most a package may have.");

    public ExtensionException FileTooLarge(string path, long bytes) =>
        new($"'{Shown.Of(path)}' has {bytes:#,0} bytes; a file of a package may have at most {FileBytes:#,0}.");

    public ExtensionException TooLarge(string where) => new($"{where} has more than {Bytes:#,0} bytes unpacked, which is the most a package may have.");
}
