using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>Looks at a package by every rule.</summary>
internal static class Linter
{
    /// <param name="before">The last release; null where there is none to compare with.</param>
    public static LintReport Run(ExtensionPackage package, ExtensionPackage? before, IReadOnlyList<Allowance> allowances)
    {
        var scripts = Script.Of(package);
        var found = ManifestShape.Check(package)
            .Concat(ManifestTypes.Check(package))
            .Concat(ManifestFiles.Check(package))
            .Concat(ManifestPolicy.Check(package))
            .Concat(PermissionRules.Check(package, scripts))
            .Concat(PackageRules.Check(package))
            .Concat(PageRules.Check(package))
            .Concat(package.Files.SelectMany(SecretRules.Check))
            .Concat(scripts.SelectMany(SourceRules.Check))
            .Concat(before is null ? [] : ReleaseRules.Check(package, before, scripts))
            .Distinct()
            .OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line ?? 0).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ToLookup(finding => allowances.FirstOrDefault(allowance => allowance.Allows(finding)));
        var unused = allowances.Where(allowance => !found.Contains(allowance))
            .Select(allowance => Rules.AllowanceUnused.At(Allowance.FileName, allowance.Line, $"The entry for {allowance.Rule} in '{Shown.Of(allowance.Path)}' allows nothing that was found; take it out."));

        return new([.. found[null], .. unused], [.. allowances.Distinct().SelectMany(allowance => found[allowance].Select(finding => (finding, allowance)))]);
    }
}
