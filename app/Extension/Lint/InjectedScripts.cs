using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>Script elements that code makes: their source must be a file of the package, so a fixed relative text, or what <c>runtime.getURL</c> gives.</summary>
internal static class InjectedScripts
{
    public static IEnumerable<LintFinding> Check(Script script)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);

        for (var at = 0; at < script.Count; at++)
        {
            if (MakesScript(script, at))
            {
                if (Given(script, at) is { } name)
                {
                    names.Add(name);
                }

                // Object.assign(document.createElement('script'), { src: … })
                if (script.Are(at + 4, ",", "{", "src", ":") && !IsOurs(script, at + 8))
                {
                    yield return Found(script, at + 6);
                }
            }
            else if (names.Count > 0 && SourceSet(script, at) is { } value && names.Contains(script.Text(at).ToString()) && !IsOurs(script, value))
            {
                yield return Found(script, at);
            }
        }
    }

    private static LintFinding Found(Script script, int at) =>
        Rules.InjectedScript.At(script.Path, script.Line(at), "A script element is given a source that is not a file of the package: use chrome.runtime.getURL, or chrome.scripting.");

    private static bool MakesScript(Script script, int at) =>
        script.Are(at, "createElement", "(") && script.Has(at + 2, JsKind.Text) && script.Text(at + 2).Equals("script", StringComparison.OrdinalIgnoreCase) && script.Is(at + 3, ")");

    /// <summary>The name that the new element is given, in <c>name = document.createElement(…)</c>.</summary>
    private static string? Given(Script script, int at)
    {
        var before = at - 1;

        while (script.Is(before, ".") || (script.Has(before, JsKind.Word) && script.Is(before + 1, ".")))
        {
            before--;
        }

        return script.Is(before, "=") && script.Has(before - 1, JsKind.Word) ? script.Text(before - 1).ToString() : null;
    }

    /// <summary>Where the value begins that the source of the element at this place is set to.</summary>
    private static int? SourceSet(Script script, int at)
    {
        if (script.Are(at + 1, ".", "src", "=") && !script.Is(at + 4, "="))
        {
            return at + 4;
        }

        return script.Are(at + 1, ".", "setAttribute", "(") && script.Text(at + 4) is "src" && script.Is(at + 5, ",") ? at + 6 : null;
    }

    private static bool IsOurs(Script script, int at) =>
        (script.Has(at, JsKind.Text) && !script.IsRemote(at)) || script.Are(at, "chrome", ".", "runtime", ".", "getURL") || script.Are(at, "browser", ".", "runtime", ".", "getURL");
}
