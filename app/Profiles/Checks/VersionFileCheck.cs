using Hotfix.Domain;
using Hotfix.Domain.Versions;

namespace Hotfix.Profiles.Checks;

/// <summary>A file that holds the version is one of the repository, and it is known how the version stands in it.</summary>
internal static class VersionFileCheck
{
    public static IEnumerable<Fault> Find(Profile profile) => profile.Branches.VersionFiles.SelectMany((rule, at) => Of(rule, $"branches.version_files[#{at}]"));

    private static IEnumerable<Fault> Of(VersionFileRule rule, string path)
    {
        if (rule.Path.Split('/').Any(step => step is "" or "." or "..") || rule.Path.Contains('\\', StringComparison.Ordinal))
        {
            yield return new($"`{Wording.Short(rule.Path)}` is no path of a file from the repository's root, like src/version.rs.", $"{path}.path");
        }
        else if (rule.Pattern is null && VersionFileKinds.Of(rule.Path) == VersionFileKind.Other)
        {
            yield return new($"How a version stands in `{Wording.Short(rule.Path)}` is not known by its name; the file needs a `pattern` with a group named version.", $"{path}.path");
        }
    }
}
