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
            "innerHTML" when IsSet(script, at) => [Inner(script, at)],
            "outerHTML" when IsSet(script, at) => [Outer(script, at)],
            "assign" when isWord && script.Is(at - 1, ".") && script.Is(at - 2, "Object") && script.Is(at + 1, "(") => Assigned(script, Call.SecondArgument(script, at + 1)),
            "insertAdjacentHTML" when Called(script, at) is { } open && !IsFixed(script, Call.SecondArgument(script, open)) =>
                [Found(script, at, Rules.InsertAdjacentHtml, "insertAdjacentHTML is called with something that is not a fixed text: use insertAdjacentElement or insertAdjacentText.")],
            "write" or "writeln" when Called(script, at) is not null && Call.Owner(script, at) is { } owner && script.Is(owner, "document") =>
                [Found(script, at, Rules.DocumentWrite, "document.write is called: build elements instead.")],
            "eval" when IsGlobal(script, at) && Called(script, at) is not null => [Found(script, at, Rules.Eval, "eval turns text into code, which manifest version 3 forbids.")],
            "Function" when IsGlobal(script, at) && (Called(script, at) is not null || (script.Is(at - 1, "new") && IsText(script, at + 1))) =>
                [Found(script, at, Rules.NewFunction, "new Function turns text into code, which manifest version 3 forbids.")],
            "setTimeout" or "setInterval" when Called(script, at) is { } open && BeginsWithText(script, open) =>
                [Found(script, at, Rules.StringTimer, $"{script.Text(at)} is given text to run: give it a function.")],
            "import" when isWord && !script.Is(at - 1, ".") && ((script.Is(at + 1, "(") && script.IsRemote(at + 2)) || script.IsRemote(at + 1)) => [RemoteImport(script, at)],
            "import" when isWord && !script.Is(at - 1, ".") && script.Is(at + 1, "(") && !Call.IsMethod(script, at + 1) && IsComputed(script, at + 1) =>
                [Found(script, at, Rules.ImportComputed, "What is imported is put together when the code runs: name the file, so that everybody can see that it is in the package.")],
            "from" when isWord && script.IsRemote(at + 1) && !script.Is(at - 1, ".") => [RemoteImport(script, at)],
            "importScripts" when isWord && script.Is(at + 1, "(") && AnyRemote(script, at + 2) => [RemoteImport(script, at)],
            "Worker" or "SharedWorker" when isWord && script.Is(at - 1, "new") && script.Is(at + 1, "(") && script.IsRemote(at + 2) => [RemoteImport(script, at)],
            _ => [],
        };
    }

    private static LintFinding Inner(Script script, int at) => Found(script, at, Rules.InnerHtml, "innerHTML is set to something that is not a fixed text: use textContent, or build elements.");

    private static LintFinding Outer(Script script, int at) => Found(script, at, Rules.OuterHtml, "outerHTML is set to something that is not a fixed text: use replaceWith and elements.");

    /// <summary>What <c>Object.assign</c> gives an element.</summary>
    private static IEnumerable<LintFinding> Assigned(Script script, int members)
    {
        if (Call.Member(script, members, "innerHTML") is { } inner && !IsFixed(script, inner))
        {
            yield return Inner(script, inner);
        }

        if (Call.Member(script, members, "outerHTML") is { } outer && !IsFixed(script, outer))
        {
            yield return Outer(script, outer);
        }
    }

    /// <summary>Where the parenthesis stands that calls the name; null where it is not called, as where a method of the name is written.</summary>
    private static int? Called(Script script, int at) => Call.IsName(script, at) && Call.Of(script, at) is { } open && !Call.IsMethod(script, open) ? open : null;

    private static bool IsText(Script script, int at) => script.Has(at, JsKind.Text) || script.Has(at, JsKind.Template);

    /// <summary>Whether the first argument is a text, or is put together with one.</summary>
    private static bool BeginsWithText(Script script, int open)
    {
        var first = Call.Outer(script, open).TakeWhile(at => !script.Is(at, ",") && !script.Is(at, ")")).ToList();

        return IsText(script, open + 1) || (!first.Any(at => script.Are(at, "=", ">") || script.Is(at, "?")) && first.Any(at => IsText(script, at) && (script.Is(at - 1, "+") || script.Is(at + 1, "+"))));
    }

    /// <summary>Whether the argument is put together from a text and something else.</summary>
    private static bool IsComputed(Script script, int open) =>
        Call.Outer(script, open).TakeWhile(at => !script.Is(at, ",") && !script.Is(at, ")")).Any(at => script.Has(at, JsKind.Template) || script.Is(at, "+")) && !IsFixed(script, open + 1);

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

        sign += script.Is(sign, "+") ? 1 : script.Are(sign, "|", "|") || script.Are(sign, "?", "?") || script.Are(sign, "&", "&") ? 2 : 0;

        return script.Is(sign, "=") && !script.Is(sign + 1, "=") && !script.Is(sign + 1, ">") && !IsFixed(script, sign + 1);
    }

    /// <summary>Whether the value that begins here is fixed texts, one or several put together, and nothing else.</summary>
    private static bool IsFixed(Script script, int at)
    {
        while (script.Has(at, JsKind.Text) && script.Is(at + 1, "+") && script.Has(at + 2, JsKind.Text))
        {
            at += 2;
        }

        return script.Has(at, JsKind.Text)
            && (at + 1 >= script.Count || script.Is(at + 1, ";") || script.Is(at + 1, ",") || script.Is(at + 1, ")") || script.Is(at + 1, "}") || (script.Line(at + 1) > script.Line(at) && script.Has(at + 1, JsKind.Word)));
    }

    /// <summary>Whether the name means the global one: by itself, or of the global object.</summary>
    private static bool IsGlobal(Script script, int at) =>
        !script.Is(at - 1, "function") && !script.Is(at - 1, "class")
        && (Call.Owner(script, at) is { } owner ? script.Is(owner, "window") || script.Is(owner, "globalThis") || script.Is(owner, "self") : script.Has(at, JsKind.Word));

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
