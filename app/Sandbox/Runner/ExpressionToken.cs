using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Sandbox.Runner;

internal enum TokenKind
{
    /// <summary>A text, a number, true, false or null.</summary>
    Literal,

    /// <summary>A name: of a context, a property or a function.</summary>
    Name,

    Mark,
    End,
}

/// <summary>A piece of an expression.</summary>
internal sealed record ExpressionToken(TokenKind Kind, string Text, object? Value)
{
    private static readonly Regex Pieces = new(
        @"\G\s*(?:'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_-]*)|(?<mark>==|!=|&&|\|\||[!().,]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <exception cref="RunnerFault">There is something in it that this runner does not know.</exception>
    public static IReadOnlyList<ExpressionToken> Split(string expression)
    {
        var tokens = new List<ExpressionToken>();
        var at = 0;

        while (expression[at..].Trim().Length > 0)
        {
            var piece = Pieces.Match(expression, at);

            if (!piece.Success)
            {
                throw new RunnerFault($"The expression '{expression}' is not known from '{expression[at..].Trim()}' on.");
            }

            tokens.Add(Of(piece));
            at += piece.Length;
        }

        return [.. tokens, new(TokenKind.End, "", null)];
    }

    private static ExpressionToken Of(Match piece) => piece switch
    {
        _ when piece.Groups["text"].Success => new(TokenKind.Literal, piece.Value, piece.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)),
        _ when piece.Groups["number"].Success => new(TokenKind.Literal, piece.Value, double.Parse(piece.Groups["number"].Value, CultureInfo.InvariantCulture)),
        _ when piece.Groups["mark"].Success => new(TokenKind.Mark, piece.Groups["mark"].Value, null),
        _ => piece.Groups["name"].Value switch
        {
            "true" => new(TokenKind.Literal, "true", true),
            "false" => new(TokenKind.Literal, "false", false),
            "null" => new(TokenKind.Literal, "null", null),
            var name => new(TokenKind.Name, name, null),
        },
    };
}
