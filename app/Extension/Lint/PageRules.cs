using System.Text;
using System.Text.Unicode;
using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>What pages must not have: scripts from the network, scripts and handlers inside them, and names of files that are not there. Sandboxed pages may have the first two.</summary>
internal static class PageRules
{
    private static readonly string[] CodeTypes = ["", "module", "text/javascript", "application/javascript"];

    public static IEnumerable<LintFinding> Check(ExtensionPackage package)
    {
        var sandboxed = (package.Manifest?.SandboxedPages ?? []).Select(page => Address.Resolve(page.Text)).ToHashSet(StringComparer.Ordinal);

        return from file in package.Files
               where Path.GetExtension(file.Path).ToUpperInvariant() is ".HTML" or ".HTM" && file.Bytes.Length <= Script.MaxBytes && Utf8.IsValid(file.Bytes.Span)
               from finding in Page(package, file.Path, HtmlTags.Of(Encoding.UTF8.GetString(file.Bytes.Span)), sandboxed.Contains(file.Path))
               select finding;
    }

    private static IEnumerable<LintFinding> Page(ExtensionPackage package, string page, List<HtmlTag> tags, bool sandboxed)
    {
        var root = tags.Find(tag => tag.Name == "base" && tag["href"] is not null);

        // Only the root's own finding: what stands below it is elsewhere, whatever it is called.
        return root?["href"] is { } href && Script.IsRemote(href)
            ? (sandboxed ? [] : new[] { Rules.RemoteScript.At(page, root.Line, $"The page's base is '{Shown.Of(href)}', so that every script it names comes from there: take the base out.") })
                .Concat(tags.SelectMany(tag => Inside(page, tag, sandboxed)))
            : tags.SelectMany(tag => Tag(package, page, root?["href"] is { } inner ? BaseOf(page, inner) : page, tag, sandboxed).Concat(Inside(page, tag, sandboxed)));
    }

    /// <summary>The page as which its addresses are read.</summary>
    private static string BaseOf(string page, string href) => Address.Resolve(href, page) + (href.Split('?', '#')[0].EndsWith('/') ? "/" : "");

    private static IEnumerable<LintFinding> Tag(ExtensionPackage package, string page, string from, HtmlTag tag, bool sandboxed)
    {
        var source = tag.Name switch
        {
            "script" => tag["src"],
            "link" when tag["rel"] is { } rel && (rel.Contains("modulepreload", StringComparison.OrdinalIgnoreCase) || rel.Contains("stylesheet", StringComparison.OrdinalIgnoreCase)) => tag["href"],
            _ => null,
        };
        var isCode = tag.Name == "script" || (tag["rel"] ?? "").Contains("modulepreload", StringComparison.OrdinalIgnoreCase);

        if (source is not null && Script.IsRemote(source))
        {
            if (isCode && !sandboxed)
            {
                yield return Rules.RemoteScript.At(page, tag.Line, $"The page loads '{Shown.Of(source)}': pack the script into the extension.");
            }
        }
        else if (source is not null && Address.Find(package, source, from) is null)
        {
            yield return Rules.FileMissing.At(page, tag.Line, $"The page names '{Shown.Of(source)}', which is not in the package.");
        }
    }

    private static IEnumerable<LintFinding> Inside(string page, HtmlTag tag, bool sandboxed) =>
        !sandboxed && Inline(tag) is { } inline ? [Rules.InlineScript.At(page, tag.Line, $"Chrome does not run {inline}: move it into a file.")] : [];

    private static string? Inline(HtmlTag tag)
    {
        if (tag.Name == "script" && tag["src"] is null && !string.IsNullOrWhiteSpace(tag.Content) && CodeTypes.Contains((tag["type"] ?? "").Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return "a script inside a page";
        }

        if (tag.Attributes.Keys.FirstOrDefault(EventHandlers.IsOne) is { } handler)
        {
            return $"the handler '{handler}' inside a page";
        }

        // An address is read without its line breaks and tabs (url.spec.whatwg.org, "basic URL parser").
        return tag["href"]?.ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal).TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true ? "a link that is a script" : null;
    }
}
