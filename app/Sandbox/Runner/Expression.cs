using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Sandbox.Runner;

/// <summary>What an expression may ask.</summary>
internal interface IExpressionContext
{
    /// <summary>What stands under a path like <c>steps.build.outcome</c>: a text, a number, a boolean or null.</summary>
    /// <exception cref="RunnerFault">There can be nothing under it.</exception>
    object? Find(string[] path);

    /// <summary><c>success</c>, <c>failure</c>, <c>always</c> or <c>cancelled</c>.</summary>
    bool Status(string function);
}

/// <summary>
/// Expressions as GitHub's runner works them out, as far as our action uses them; anything else is a fault, and no guess. Source: GitHub docs, "Evaluate expressions in workflows and actions".
/// </summary>
internal sealed class Expression
{
    private static readonly string[] StatusFunctions = ["success", "failure", "always", "cancelled"];
    private static readonly Regex Template = new(@"\$\{\{(?<inner>(?:'[^']*'|[^'])*?)\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture);

    private static readonly Regex Places = new(@"\{\{|\}\}|\{(?<index>\d{1,3})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private readonly IReadOnlyList<ExpressionToken> tokens;
    private readonly IExpressionContext context;
    private readonly string text;
    private int at;

    private Expression(string text, IExpressionContext context) => (this.text, this.context, tokens) = (text, context, ExpressionToken.Split(text));

    /// <summary>A text with each <c>${{ … }}</c> in it replaced by what it comes to.</summary>
    public static string Fill(string template, IExpressionContext context) => Template.Replace(template, match => Text(new Expression(match.Groups["inner"].Value, context).Evaluate()));

    /// <summary>A condition: where it asks for no status, everything before must have succeeded.</summary>
    public static bool IsTrue(string? condition, IExpressionContext context)
    {
        if (condition is null)
        {
            return context.Status("success");
        }

        var inner = condition.Trim();
        var expression = new Expression(inner.StartsWith("${{", StringComparison.Ordinal) && inner.EndsWith("}}", StringComparison.Ordinal) ? inner[3..^2] : inner, context);
        var asks = expression.tokens.Any(token => token.Kind == TokenKind.Name && StatusFunctions.Contains(token.Text));
        var holds = Holds(expression.Evaluate());

        return holds && (asks || context.Status("success"));
    }

    private object? Evaluate()
    {
        var value = Or();

        return tokens[at].Kind == TokenKind.End ? value : throw Unknown();
    }

    private object? Or()
    {
        var left = And();

        while (Take("||"))
        {
            var right = And();
            left = Holds(left) ? left : right;
        }

        return left;
    }

    private object? And()
    {
        var left = Equal();

        while (Take("&&"))
        {
            var right = Equal();
            left = Holds(left) ? right : left;
        }

        return left;
    }

    private object? Equal()
    {
        var left = Not();

        while (tokens[at].Text is "==" or "!=" && tokens[at].Kind == TokenKind.Mark)
        {
            var isEqual = Take("==") || !Take("!=");
            left = Same(left, Not()) == isEqual;
        }

        return left;
    }

    private object? Not() => Take("!") ? !Holds(Not()) : Primary();

    private object? Primary()
    {
        if (Take("("))
        {
            var inner = Or();

            return Take(")") ? inner : throw Unknown();
        }

        var token = tokens[at++];

        return token.Kind switch
        {
            TokenKind.Literal => token.Value,
            TokenKind.Name when Take("(") => Call(token.Text),
            TokenKind.Name => context.Find([.. Path(token.Text)]),
            _ => throw Unknown(),
        };
    }

    private List<string> Path(string first)
    {
        var path = new List<string> { first };

        while (Take("."))
        {
            path.Add(tokens[at].Kind == TokenKind.Name ? tokens[at++].Text : throw Unknown());
        }

        return path;
    }

    private object? Call(string name)
    {
        var arguments = new List<object?>();

        while (!Take(")"))
        {
            arguments.Add(Or());

            if (tokens[at].Text != ")" && !Take(","))
            {
                throw Unknown();
            }
        }

        return name switch
        {
            _ when StatusFunctions.Contains(name) && arguments.Count == 0 => context.Status(name),
            "format" when arguments.Count > 0 => Format(Text(arguments[0]), arguments[1..]),
            "contains" when arguments.Count == 2 => Text(arguments[0]).Contains(Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
            "startsWith" when arguments.Count == 2 => Text(arguments[0]).StartsWith(Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
            _ => throw new RunnerFault($"The expression '{text}' calls {name} with {arguments.Count} arguments, which is not known."),
        };
    }

    private static string Format(string pattern, IReadOnlyList<object?> arguments) => Places.Replace(pattern, place => place.Value switch
    {
        "{{" => "{",
        "}}" => "}",
        _ => int.Parse(place.Groups["index"].Value, CultureInfo.InvariantCulture) is var index && index < arguments.Count ? Text(arguments[index]) : throw new RunnerFault($"'{pattern}' asks for more than it is given."),
    });

    private bool Take(string mark)
    {
        if (tokens[at].Kind != TokenKind.Mark || tokens[at].Text != mark)
        {
            return false;
        }

        at++;

        return true;
    }

    private static bool Holds(object? value) => value is not (null or false or "" or 0d);

    /// <summary>Texts are compared whatever their case; things of different kinds as numbers.</summary>
    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase),
        (null, null) => true,
        (bool one, bool other) => one == other,
        _ => Number(left).Equals(Number(right)) && !double.IsNaN(Number(left)),
    };

    private static double Number(object? value) => value switch
    {
        null => 0,
        bool flag => flag ? 1 : 0,
        double number => number,
        string { Length: 0 } => 0,
        string digits when double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => double.NaN,
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private RunnerFault Unknown() => new($"The expression '{text.Trim()}' is not known at '{tokens[Math.Min(at, tokens.Count - 1)].Text}'.");
}
