namespace Hotfix.Extension.Lint;

/// <summary>Which file of the package an address means, in the manifest or on a page (url.spec.whatwg.org, as far as an extension's own files need it).</summary>
internal static class Address
{
    /// <summary>The extension itself, as a manifest or style sheet may name it.</summary>
    private const string Self = "chrome-extension://__MSG_@@extension_id__/";

    /// <param name="page">The file that names it, from the package's root; the addresses of the manifest are the root's.</param>
    /// <returns>Null where it is not there.</returns>
    public static PackageFile? Find(ExtensionPackage package, string address, string page = "") =>
        package.Find(Resolve(address, page)) ?? (page.Length == 0 ? package.Find(address) : null); // what content scripts name is a path, in which % is a character

    /// <summary>The path from the package's root.</summary>
    public static string Resolve(string address, string page = "")
    {
        var path = (address.StartsWith(Self, StringComparison.OrdinalIgnoreCase) ? address[(Self.Length - 1)..] : address).Trim().Split('?', '#')[0];
        var parts = new List<string>(path.StartsWith('/') ? [] : page.Split('/')[..^1]);

        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
