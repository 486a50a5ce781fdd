using Hotfix.Extension;
using Hotfix.Extension.Smoke;

namespace Hotfix.Browser;

/// <summary>A temporary place for one run: the browser's profile and home, and the folder that the extension is loaded from, whose contents an update exchanges.</summary>
internal sealed class ExtensionFolder : IDisposable
{
    private const int Tries = 20;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("hotfix-smoke-");

    public string Extension => Path.Combine(place.FullName, "extension");

    public string Profile => Path.Combine(place.FullName, "profile");

    public string Home => Directory.CreateDirectory(Path.Combine(place.FullName, "home")).FullName;

    public async Task FillAsync(ExtensionPackage package, string? key, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Extension))
        {
            Directory.Delete(Extension, recursive: true);
        }

        foreach (var file in UnpackedFiles.Of(package, key))
        {
            var path = Path.Combine(Extension, file.Path); // a reader of packages has refused what leads out
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Bytes, cancellationToken);
        }
    }

    /// <summary>What a browser leaves behind may still be writing for a moment.</summary>
    public void Dispose()
    {
        for (var left = Tries; left > 0 && place.Exists; left--)
        {
            try
            {
                place.Delete(recursive: true);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException && left > 1)
            {
                Thread.Sleep(BetweenTries);
            }

            place.Refresh();
        }
    }
}
