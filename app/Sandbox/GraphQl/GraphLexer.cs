using System.Text.RegularExpressions;

namespace Hotfix.Sandbox.GraphQl;

/// <summary>Cuts a request into its words and signs; a text keeps its quotes. Source: GraphQL, October 2021, "Lexical Grammar".</summary>
internal static partial class GraphLexer
{
    /// <exception cref="GraphRefusal">Something in it is no GraphQL.</exception>
    public static IReadOnlyList<string> Read(string text)
    {
        var tokens = new List<string>();

        for (var at = 0; at < text.Length;)
        {
            var match = Token().Match(text, at);

            if (!match.Success)
            {
                throw new GraphRefusal("PARSE_ERROR", $"Parse error on \"{text[at]}\" (UNKNOWN_CHAR) at character {at}");
            }

            at += match.Length;

            if (match.Groups["word"].Success)
            {
                tokens.Add(match.Value);
            }
        }

        return tokens;
    }

    /// <summary>Of a text in quotes what it says; in three, the lines as they are.</summary>
    public static string Unquote(string token) => token.StartsWith("\"\"\"", StringComparison.Ordinal)
        ? token[3..^3].Trim('\n', ' ').Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)
        : System.Text.Json.Nodes.JsonNode.Parse(token)!.GetValue<string>(); // its escapes are those of JSON

    [GeneratedRegex("""\G(?:[\s,\uFEFF]+|\#[^\n]*|(?<word>\.\.\.|[!$&()\:=@\[\]{|}]|[_A-Za-z][_0-9A-Za-z]*|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\x22{3}(?:\\\x22{3}|[\s\S])*?\x22{3}|"(?:\\.|[^"\\\n])*"))""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
