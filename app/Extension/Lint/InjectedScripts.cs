using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>Script elements that code makes: their source must be a file of the package, so a fixed relative text, or what <c>runtime.getURL</c> gives. A name holds in the braces in which it was given, as in minified code one letter means many things.</summary>
internal static class InjectedScripts
{
    private enum Meaning
    {
        Other,
        Script,
        Ours,
    }

    public static IEnumerable<LintFinding> Check(Script script)
    {
        if (!script.Mentions("createElement"))
        {
            yield break;
        }

        var scopes = new Stack<Dictionary<string, Meaning>>([new(StringComparer.Ordinal)]);

        for (var at = 0; at < script.Count; at++)
        {
            if (script.Is(at, "{"))
            {
                scopes.Push(new(StringComparer.Ordinal));
            }
            else if (script.Is(at, "}") && scopes.Count > 1)
            {
                scopes.Pop();
            }
            else if (script.Has(at, JsKind.Word))
            {
                if (Sets(script, at, scopes) is { } value && !IsOurs(script, value, scopes))
                {
                    yield return Found(script, at, value);
                }

                Remember(script, at, scopes.Peek());
            }
        }
    }

    private static LintFinding Found(Script script, int at, int value) => script.IsRemote(value)
        ? Rules.InjectedScript.At(script.Path, script.Line(at), "A script element is given a source that is not a file of the package: use chrome.runtime.getURL, or chrome.scripting.")
        : Rules.InjectedComputed.At(script.Path, script.Line(at), "A script element is given a source that cannot be told from the code: use chrome.runtime.getURL, or chrome.scripting.");

    /// <summary>Where the value begins that the source of a script element is set to here.</summary>
    private static int? Sets(Script script, int at, Stack<Dictionary<string, Meaning>> scopes)
    {
        if (script.Are(at, "Object", ".", "assign", "("))
        {
            var end = Call.SecondArgument(script, at + 3);

            return Call.Makes(script, at + 4, end, "script") || (end == at + 6 && IsScript(at + 4)) ? Call.Member(script, end, "src") : null;
        }

        if (script.Are(at + 1, ".", "src", "=") && !script.Is(at + 4, "="))
        {
            return IsScript(at) ? at + 4 : null;
        }

        return script.Are(at + 1, ".", "setAttribute", "(") && script.Text(at + 4) is "src" && script.Is(at + 5, ",") && IsScript(at) ? at + 6 : null;

        bool IsScript(int name) => !script.Is(name - 1, ".") && MeaningOf(script, name, scopes) == Meaning.Script;
    }

    private static void Remember(Script script, int at, Dictionary<string, Meaning> scope)
    {
        if (!script.Is(at + 1, "=") || script.Is(at + 2, "=") || script.Is(at + 2, ">") || script.Is(at - 1, "."))
        {
            return;
        }

        var made = at + 2;

        while (script.Has(made, JsKind.Word) && script.Is(made + 1, ".") && !script.Is(made, "createElement"))
        {
            made += 2;
        }

        scope[script.Text(at).ToString()] = Call.Makes(script, made, made + 4, "script") ? Meaning.Script : IsFile(script, at + 2) ? Meaning.Ours : Meaning.Other;
    }

    private static Meaning MeaningOf(Script script, int at, Stack<Dictionary<string, Meaning>> scopes)
    {
        var name = script.Has(at, JsKind.Word) ? script.Text(at).ToString() : "";

        foreach (var scope in scopes)
        {
            if (scope.TryGetValue(name, out var meaning))
            {
                return meaning;
            }
        }

        return Meaning.Other;
    }

    private static bool IsOurs(Script script, int at, Stack<Dictionary<string, Meaning>> scopes) => IsFile(script, at) || MeaningOf(script, at, scopes) == Meaning.Ours;

    private static bool IsFile(Script script, int at) =>
        (script.Has(at, JsKind.Text) && !script.IsRemote(at)) || script.Are(at, "chrome", ".", "runtime", ".", "getURL") || script.Are(at, "browser", ".", "runtime", ".", "getURL");
}
