using System.Text;
using System.Text.Unicode;
using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>What pages must not have: scripts from the network, scripts and handlers inside them, and names of files that are not there. Sandboxed pages may have the first two.</summary>
internal static class PageRules
{
    public static IEnumerable<LintFinding> Check(ExtensionPackage package)
    {
        var sandboxed = (package.Manifest?.SandboxedPages ?? []).Select(page => page.Text.TrimStart('/')).ToHashSet(StringComparer.Ordinal);

        return from file in package.Files
               where Path.GetExtension(file.Path).ToUpperInvariant() is ".HTML" or ".HTM" && file.Bytes.Length <= Script.MaxBytes && Utf8.IsValid(file.Bytes.Span)
               from tag in HtmlTags.Of(Encoding.UTF8.GetString(file.Bytes.Span))
               from finding in Tag(package, file.Path, tag, sandboxed.Contains(file.Path))
               select finding;
    }

    private static IEnumerable<LintFinding> Tag(ExtensionPackage package, string page, HtmlTag tag, bool sandboxed)
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
        else if (source is not null && Resolve(page, source) is var path && package.Find(path) is null)
        {
            yield return Rules.FileMissing.At(page, tag.Line, $"The page names '{Shown.Of(source)}', which is not in the package.");
        }

        if (!sandboxed && Inline(tag) is { } inline)
        {
            yield return Rules.InlineScript.At(page, tag.Line, $"Chrome does not run {inline}: move it into a file.");
        }
    }

    private static string? Inline(HtmlTag tag)
    {
        if (tag.Name == "script" && tag["src"] is null && !string.IsNullOrWhiteSpace(tag.Content) && (tag["type"] ?? "") is "" or "module" or "text/javascript" or "application/javascript")
        {
            return "a script inside a page";
        }

        if (tag.Attributes.Keys.FirstOrDefault(name => name.StartsWith("on", StringComparison.Ordinal) && name.Length > 2 && name.AsSpan(2).IndexOfAnyExceptInRange('a', 'z') < 0) is { } handler)
        {
            return $"the handler '{handler}' inside a page";
        }

        return tag["href"]?.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true ? "a link that is a script" : null;
    }

    /// <summary>The file a page means, from the package's root.</summary>
    private static string Resolve(string page, string source)
    {
        var parts = new List<string>(source.StartsWith('/') ? [] : page.Split('/')[..^1]);

        foreach (var part in source.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
