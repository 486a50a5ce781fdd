using System.Globalization;

namespace Hotfix.Sandbox.GraphQl;

/// <summary>Reads a request: operations, fragments, and what stands in them. Source: GraphQL, October 2021, "Document Syntax"; the parts that describe schemas are left out.</summary>
internal sealed class GraphParser
{
    private readonly IReadOnlyList<string> tokens;
    private int at;

    private GraphParser(string text) => tokens = GraphLexer.Read(text);

    private string Next => at < tokens.Count ? tokens[at] : "";

    /// <exception cref="GraphRefusal">It is no GraphQL.</exception>
    public static GraphDocument Read(string text)
    {
        var (parser, operations, fragments) = (new GraphParser(text), new List<GraphOperation>(), new Dictionary<string, GraphFragment>());

        while (parser.Next.Length > 0)
        {
            if (parser.Take("fragment"))
            {
                var name = parser.Name();
                parser.Expect("on");
                fragments[name] = new(parser.Name(), parser.Selections());
                continue;
            }

            operations.Add(parser.Operation());
        }

        return operations is [] ? throw new GraphRefusal("PARSE_ERROR", "A query attribute must be specified and must be a string.") : new(operations, fragments);
    }

    private GraphOperation Operation()
    {
        if (Next == "{")
        {
            return new("query", null, [], Selections());
        }

        var kind = Next is "query" or "mutation" ? Name() : throw Wrong();
        var name = Next is "(" or "{" ? null : Name();
        var variables = new List<GraphVariable>();

        for (var isOpen = Take("("); isOpen && !Take(")");)
        {
            variables.Add(Variable());
        }

        return new(kind, name, variables, Selections());
    }

    private GraphVariable Variable()
    {
        Expect("$");
        var name = Name();
        Expect(":");

        return new(name, Type(), Take("=") ? Value() : null);
    }

    private string Type()
    {
        var type = Take("[") ? $"[{Type()}{Closed()}" : Name();

        return Take("!") ? type + "!" : type;

        string Closed()
        {
            Expect("]");

            return "]";
        }
    }

    private List<GraphSelection> Selections()
    {
        var all = new List<GraphSelection>();
        Expect("{");

        while (!Take("}"))
        {
            all.Add(Selection());
        }

        return all;
    }

    private GraphSelection Selection()
    {
        if (Take("..."))
        {
            return Next is "on" or "{" or "@"
                ? new GraphInline(Take("on") ? Name() : null, Directives(), Selections())
                : new GraphSpread(Name(), Directives());
        }

        var key = Name();
        var name = Take(":") ? Name() : key;

        return new GraphSelectedField(key, name, Arguments(), Directives(), Next == "{" ? Selections() : []);
    }

    private List<GraphDirective> Directives()
    {
        var all = new List<GraphDirective>();

        while (Take("@"))
        {
            all.Add(new(Name(), Arguments()));
        }

        return all;
    }

    private Dictionary<string, GraphValue> Arguments() => Take("(") ? Named(")") : [];

    private Dictionary<string, GraphValue> Named(string end)
    {
        var all = new Dictionary<string, GraphValue>();

        while (!Take(end))
        {
            var name = Name();
            Expect(":");
            all[name] = Value();
        }

        return all;
    }

    private GraphValue Value()
    {
        var token = Next;
        at++;

        return token switch
        {
            "$" => new GraphUse(Name()),
            "{" => new GraphObject(Named("}")),
            "[" => new GraphList(Items()),
            "null" => new GraphLiteral(null),
            "true" or "false" => new GraphLiteral(token == "true"),
            ['"', ..] => new GraphLiteral(GraphLexer.Unquote(token)),
            ['-' or (>= '0' and <= '9'), ..] => new GraphLiteral(long.TryParse(token, CultureInfo.InvariantCulture, out var whole) ? whole : (object)double.Parse(token, CultureInfo.InvariantCulture)),
            _ when IsName(token) => new GraphLiteral(token),
            _ => throw Wrong(token),
        };
    }

    private List<GraphValue> Items()
    {
        var all = new List<GraphValue>();

        while (!Take("]"))
        {
            all.Add(Value());
        }

        return all;
    }

    private string Name() => IsName(Next) ? tokens[at++] : throw Wrong();

    private bool Take(string token)
    {
        var isNext = Next == token;
        at += isNext ? 1 : 0;

        return isNext;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw Wrong();
        }
    }

    private static bool IsName(string token) => token.Length > 0 && (char.IsAsciiLetter(token[0]) || token[0] == '_');

    private GraphRefusal Wrong(string? token = null) => (token ?? Next) is { Length: > 0 } found
        ? new("PARSE_ERROR", $"Parse error on \"{found}\"")
        : new("PARSE_ERROR", "Unexpected end of document");
}
