using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>What scripts must not do: turn text into code or markup, or fetch code. Read off the tokens, so that comments and texts do not count.</summary>
internal static class SourceRules
{
    /// <summary>Tokens of a call's arguments that are looked at; whoever nests them without end does not keep us.</summary>
    private const int MaxArguments = 200;

    public static IEnumerable<LintFinding> Check(Script script) =>
        Enumerable.Range(0, script.Count).SelectMany(at => At(script, at)).Concat(InjectedScripts.Check(script));

    private static IEnumerable<LintFinding> At(Script script, int at)
    {
        // Most tokens begin nothing that is looked for.
        if (!script.Has(at, JsKind.Word) && !script.Has(at, JsKind.Text))
        {
            return [];
        }

        var isWord = script.Has(at, JsKind.Word);

        return script.Text(at) switch
        {
            "innerHTML" when IsSet(script, at) => [Found(script, at, Rules.InnerHtml, "innerHTML is set to something that is not a fixed text: use textContent, or build elements.")],
            "outerHTML" when IsSet(script, at) => [Found(script, at, Rules.OuterHtml, "outerHTML is set to something that is not a fixed text: use replaceWith and elements.")],
            "insertAdjacentHTML" when isWord && script.Is(at + 1, "(") && !IsFixed(script, AfterComma(script, at + 2)) =>
                [Found(script, at, Rules.InsertAdjacentHtml, "insertAdjacentHTML is called with something that is not a fixed text: use insertAdjacentElement or insertAdjacentText.")],
            "document" when isWord && script.Is(at + 1, ".") && (script.Are(at + 2, "write", "(") || script.Are(at + 2, "writeln", "(")) =>
                [Found(script, at, Rules.DocumentWrite, "document.write is called: build elements instead.")],
            "eval" when isWord && script.Is(at + 1, "(") && IsGlobal(script, at) => [Found(script, at, Rules.Eval, "eval turns text into code, which manifest version 3 forbids.")],
            "Function" when isWord && script.Is(at + 1, "(") && IsGlobal(script, at) => [Found(script, at, Rules.NewFunction, "new Function turns text into code, which manifest version 3 forbids.")],
            "setTimeout" or "setInterval" when isWord && script.Is(at + 1, "(") && (script.Has(at + 2, JsKind.Text) || script.Has(at + 2, JsKind.Template)) =>
                [Found(script, at, Rules.StringTimer, $"{script.Text(at)} is given text to run: give it a function.")],
            "import" when isWord && !script.Is(at - 1, ".") && ((script.Is(at + 1, "(") && script.IsRemote(at + 2)) || script.IsRemote(at + 1)) => [RemoteImport(script, at)],
            "from" when isWord && script.IsRemote(at + 1) && !script.Is(at - 1, ".") => [RemoteImport(script, at)],
            "importScripts" when isWord && script.Is(at + 1, "(") && AnyRemote(script, at + 2) => [RemoteImport(script, at)],
            _ => [],
        };
    }

    private static LintFinding Found(Script script, int at, LintRule rule, string message) => rule.At(script.Path, script.Line(at), message);

    private static LintFinding RemoteImport(Script script, int at) => Found(script, at, Rules.RemoteImport, "Code is imported from the network: pack it into the extension.");

    /// <summary>Whether the property at this place, by dot or by bracket, is set to what is no fixed text.</summary>
    private static bool IsSet(Script script, int at)
    {
        var bracket = script.Has(at, JsKind.Text) && script.Is(at - 1, "[") && script.Is(at + 1, "]");
        var sign = bracket ? at + 2 : at + 1;

        if (!bracket && !(script.Has(at, JsKind.Word) && script.Is(at - 1, ".")))
        {
            return false;
        }

        sign += script.Is(sign, "+") ? 1 : 0;

        return script.Is(sign, "=") && !script.Is(sign + 1, "=") && !script.Is(sign + 1, ">") && !IsFixed(script, sign + 1);
    }

    /// <summary>Whether the value that begins here is one fixed text and nothing else.</summary>
    private static bool IsFixed(Script script, int at) =>
        script.Has(at, JsKind.Text) && (at + 1 >= script.Count || script.Is(at + 1, ";") || script.Is(at + 1, ",") || script.Is(at + 1, ")") || script.Is(at + 1, "}") || (script.Line(at + 1) > script.Line(at) && script.Has(at + 1, JsKind.Word)));

    /// <summary>Where a call's second argument begins, the first being a text or a name.</summary>
    private static int AfterComma(Script script, int at)
    {
        var end = Math.Min(script.Count, at + MaxArguments);

        while (at < end && !script.Is(at, ",") && !script.Is(at, ")"))
        {
            at++;
        }

        return at + 1;
    }

    /// <summary>Whether the name means the global one: by itself, or of the global object.</summary>
    private static bool IsGlobal(Script script, int at) =>
        !script.Is(at - 1, "function") && !script.Is(at - 1, "class")
        && (!script.Is(at - 1, ".") || script.Is(at - 2, "window") || script.Is(at - 2, "globalThis") || script.Is(at - 2, "self"));

    private static bool AnyRemote(Script script, int at)
    {
        for (var end = Math.Min(script.Count, at + MaxArguments); at < end && !script.Is(at, ")"); at++)
        {
            if (script.IsRemote(at))
            {
                return true;
            }
        }

        return false;
    }
}
