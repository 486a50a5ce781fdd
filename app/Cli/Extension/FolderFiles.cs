using Hotfix.Extension;

namespace Hotfix.Cli.Extension;

/// <summary>
/// The files of an extension's folder, as its <c>.hotfixignore</c> has them. A link to a file is followed when it stays inside the folder and leads to nothing that is left out; every other link is refused. Nothing that has no length is opened, so that a pipe or device cannot hold us.
/// <para>Errors: <see cref="ExtensionException"/>.</para>
/// </summary>
internal static class FolderFiles
{
    private const int MaxIgnoreBytes = 1 << 16;

    /// <summary>The attributes of what is no longer there.</summary>
    private const FileAttributes NotThere = (FileAttributes)(-1);

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>All of them in memory.</summary>
    public static async Task<IReadOnlyList<PackageFile>> ReadAsync(string folder, PackageLimits limits, CancellationToken cancellationToken)
    {
        var files = await ListAsync(folder, limits, _ => { }, cancellationToken);

        return [.. files.Select(file =>
        {
            var bytes = new byte[file.Length];
            file.Read(bytes);

            return new PackageFile(file.Path, bytes);
        })];
    }

    /// <summary>What there is to read.</summary>
    /// <param name="leftOut">Hears of each file and folder that does not belong to it.</param>
    public static async Task<IReadOnlyList<FileToPack>> ListAsync(string folder, PackageLimits limits, Action<string> leftOut, CancellationToken cancellationToken)
    {
        var root = new DirectoryInfo(Path.GetFullPath(folder));
        root = root.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? root;
        var rules = await RulesAsync(root, cancellationToken);
        var found = new List<(string Path, FileInfo File)>();
        Walk(root, root, "", rules, found, limits, leftOut);

        return found.Sum(file => file.File.Length) > limits.Bytes
            ? throw limits.TooLarge($"'{folder}'")
            : [.. found.Select(file => new FileToPack(file.Path, (int)file.File.Length, target => Read(file.File, file.Path, target)))];
    }

    /// <summary>Refuses to write into the folder what would be packed the next time.</summary>
    public static async Task CheckTargetsAsync(string folder, IEnumerable<string?> targets, CancellationToken cancellationToken)
    {
        var root = OutputFile.Place(Path.Combine(folder, "x"))[..^1];
        var rules = await RulesAsync(new DirectoryInfo(root), cancellationToken);

        foreach (var target in targets.OfType<string>())
        {
            var place = OutputFile.Place(target);

            if (place.StartsWith(root, StringComparison.Ordinal) && !rules.LeaveOutFile(place[root.Length..].Replace(Path.DirectorySeparatorChar, '/')))
            {
                throw new ExtensionException($"'{target}' lies in the folder that is packed, and would be in the next package: write it elsewhere, or leave it out by {IgnoreRules.FileName}.");
            }
        }
    }

    private static async Task<IgnoreRules> RulesAsync(DirectoryInfo root, CancellationToken cancellationToken) =>
        IgnoreRules.Parse(await IgnoreLinesAsync(new FileInfo(Path.Combine(root.FullName, IgnoreRules.FileName)), cancellationToken));

    private static async Task<string> IgnoreLinesAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return "";
        }

        file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;

        if (!file.Exists || !RegularFile.Is(file))
        {
            throw new ExtensionException($"{IgnoreRules.FileName} is a pipe or a device, or leads to one: it is a file with a pattern per line.");
        }

        return file.Length > MaxIgnoreBytes
            ? throw new ExtensionException($"{IgnoreRules.FileName} has {file.Length:#,0} bytes; at most {MaxIgnoreBytes:#,0} are read.")
            : await File.ReadAllTextAsync(file.FullName, cancellationToken);
    }

    private static void Read(FileInfo file, string path, Span<byte> target)
    {
        if (target.IsEmpty)
        {
            return;
        }

        using var handle = File.OpenHandle(file.FullName);
        var read = 0;

        while (read < target.Length && RandomAccess.Read(handle, target[read..], read) is > 0 and var more)
        {
            read += more;
        }

        if (read < target.Length || RandomAccess.GetLength(handle) != target.Length)
        {
            throw Changed(path);
        }
    }

    private static void Walk(
        DirectoryInfo root, DirectoryInfo folder, string prefix, IgnoreRules rules, List<(string Path, FileInfo File)> found, PackageLimits limits, Action<string> leftOut)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
        {
            var path = prefix + entry.Name;
            var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);

            if (rules.LeaveOut(path, isFolder))
            {
                leftOut(path);

                continue;
            }

            PackagePath.Check(path); // first of all: a name that is not UTF-8 leads to no file

            if (entry.Attributes == NotThere)
            {
                throw Changed(path);
            }

            if (entry.LinkTarget is not null)
            {
                found.Add((path, Target(root, entry, path, rules, limits)));
            }
            else if (isFolder)
            {
                Walk(root, (DirectoryInfo)entry, path + "/", rules, found, limits, leftOut);
            }
            else
            {
                found.Add((path, Fit((FileInfo)entry, path, limits)));
            }

            if (found.Count > limits.Files)
            {
                throw limits.TooManyFiles($"'{root.Name}'");
            }
        }
    }

    private static FileInfo Target(DirectoryInfo root, FileSystemInfo link, string path, IgnoreRules rules, PackageLimits limits)
    {
        var target = Followed(link, path);
        var inside = IsInside(root, target);
        var relative = inside ? Path.GetRelativePath(root.FullName, target.FullName).Replace(Path.DirectorySeparatorChar, '/') : "";

        return target switch
        {
            _ when !inside => throw new ExtensionException($"'{Shown(path)}' is a link that leads out of the folder: a package holds files, not links."),
            FileInfo { Exists: true } when rules.LeaveOutFile(relative) => throw new ExtensionException(
                $"'{Shown(path)}' is a link to '{Shown(relative)}', which is left out of the package: remove the link, or take the file back in with a line in {IgnoreRules.FileName}."),
            FileInfo { Exists: true } file => Fit(file, path, limits),
            _ => throw new ExtensionException($"'{Shown(path)}' is a link to '{Shown(link.LinkTarget!)}', which is no file: a package holds files, not links."),
        };
    }

    /// <summary>Whether the way to the target stays inside, no folder of it being a link itself: that could lead anywhere.</summary>
    private static bool IsInside(DirectoryInfo root, FileSystemInfo target)
    {
        if (!target.FullName.StartsWith(root.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return false;
        }

        for (var folder = Directory.GetParent(target.FullName); folder is not null && folder.FullName.Length > root.FullName.Length; folder = folder.Parent)
        {
            if (folder.LinkTarget is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static FileSystemInfo Followed(FileSystemInfo link, string path)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) ?? link;
        }
        catch (IOException)
        {
            throw new ExtensionException($"'{Shown(path)}' is a link that leads nowhere or in a circle.");
        }
    }

    private static ExtensionException Changed(string path) => new($"'{Shown(path)}' changed while it was read: pack when the build is done.");

    private static FileInfo Fit(FileInfo file, string path, PackageLimits limits) => file switch
    {
        _ when file.Length > limits.FileBytes => throw limits.FileTooLarge(path, file.Length),
        _ when !RegularFile.Is(file) => throw new ExtensionException($"'{Shown(path)}' is a pipe, a socket or a device: a package holds files. Remove it, or leave it out by {IgnoreRules.FileName}."),
        _ => file,
    };

    private static string Shown(string path) => Hotfix.Extension.Shown.Of(path);
}
