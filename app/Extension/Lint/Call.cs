using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>How calls and the objects they are given are written, on tokens. What is longer than anybody writes is not read to its end, so that whoever nests without end does not keep us.</summary>
internal static class Call
{
    private const int MaxTokens = 400;

    /// <summary>Where the parenthesis stands that calls the name at this place: <c>f(</c>, <c>f?.(</c>, <c>x['f'](</c>, <c>(0, f)(</c>. Null where it is not called.</summary>
    public static int? Of(Script script, int at)
    {
        var next = Behind(script, at);

        if (script.Is(next, ")") && script.Is(at - 1, ","))
        {
            next++;
        }

        next += script.Are(next, "?", ".", "(") ? 2 : 0;

        return next is var open && script.Is(open, "(") ? open : null;
    }

    /// <summary>The first token behind the name, whether it stands by itself or in brackets.</summary>
    public static int Behind(Script script, int at) => script.Has(at, JsKind.Text) ? at + 2 : at + 1;

    /// <summary>Whether the token is a name, by itself or as <c>['name']</c>.</summary>
    public static bool IsName(Script script, int at) => script.Has(at, JsKind.Word) || (script.Has(at, JsKind.Text) && script.Is(at - 1, "[") && script.Is(at + 1, "]"));

    /// <summary>The token before the dot or bracket of a name; null where it belongs to nothing.</summary>
    public static int? Owner(Script script, int at)
    {
        var before = script.Has(at, JsKind.Text) ? at - 2 : script.Is(at - 1, ".") ? at - 2 : (int?)null;
        before -= before is { } dot && script.Has(at, JsKind.Text) && script.Is(dot, ".") ? 1 : 0;

        return before is { } mark && script.Is(mark, "?") ? mark - 1 : before;
    }

    /// <summary>Whether what looks like a call begins a method: its parentheses are followed by a brace.</summary>
    public static bool IsMethod(Script script, int open) => End(script, open) is { } end && script.Is(end + 1, "{") && script.Line(end) == script.Line(end + 1);

    /// <summary>Where the parenthesis, bracket or brace is closed that opens here.</summary>
    public static int? End(Script script, int open) => Outer(script, open).Cast<int?>().LastOrDefault() is { } last && (script.Is(last, ")") || script.Is(last, "]") || script.Is(last, "}")) ? last : null;

    /// <summary>The tokens inside what opens here that stand in nothing deeper, what opens deeper itself, and at last what closes it.</summary>
    public static IEnumerable<int> Outer(Script script, int open)
    {
        var depth = 0;

        for (var at = open + 1; at < Math.Min(script.Count, open + MaxTokens); at++)
        {
            var closes = script.Is(at, ")") || script.Is(at, "]") || script.Is(at, "}");

            if (depth == 0)
            {
                yield return at;

                if (closes)
                {
                    yield break;
                }
            }

            depth += closes ? -1 : script.Is(at, "(") || script.Is(at, "[") || script.Is(at, "{") ? 1 : 0;
        }
    }

    /// <summary>The first token of the second argument; where there is none, what closes the call.</summary>
    public static int SecondArgument(Script script, int open) => Outer(script, open).FirstOrDefault(at => script.Is(at, ",")) is > 0 and var comma ? comma + 1 : open;

    /// <summary>The value that an object literal, beginning here, gives a member; null where it has none, or here is no object.</summary>
    public static int? Member(Script script, int open, string name) => !script.Is(open, "{") ? null
        : Outer(script, open).Where(at => script.Text(at).SequenceEqual(name) && (script.Is(at - 1, ",") || at == open + 1)).Select(at => (int?)(script.Is(at + 1, ":") ? at + 2 : at)).FirstOrDefault();

    /// <summary>Whether an element of this name is made between the two places.</summary>
    public static bool Makes(Script script, int from, int to, string element)
    {
        for (var at = from; at < Math.Min(to, from + MaxTokens); at++)
        {
            if (script.Are(at, "createElement", "(") && script.Has(at + 2, JsKind.Text) && script.Text(at + 2).Equals(element, StringComparison.OrdinalIgnoreCase) && script.Is(at + 3, ")"))
            {
                return true;
            }
        }

        return false;
    }
}
