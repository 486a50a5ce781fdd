using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Hotfix.Extension.Lint.Source;

/// <summary>A script of the package as tokens.</summary>
internal sealed partial class Script
{
    public const int MaxBytes = 16 << 20;
    private readonly string code;
    private readonly List<JsToken> tokens;
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public Script(string path, string code)
    {
        Path = path;
        this.code = code;
        tokens = JsTokens.Of(code);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

        foreach (var token in tokens.Where(token => token.Kind is JsKind.Word or JsKind.Text))
        {
            lookup.Add(code.AsSpan(token.Start, Math.Min(token.Length, 64)));
        }
    }

    public string Path { get; }

    public int Count => tokens.Count;

    public static bool IsOne(string path) => System.IO.Path.GetExtension(path).ToUpperInvariant() is ".JS" or ".MJS" or ".CJS";

    /// <summary>Those that can be read; the others have findings of their own.</summary>
    public static IReadOnlyList<Script> Of(ExtensionPackage package) =>
        [.. package.Files.Where(file => IsOne(file.Path) && file.Bytes.Length <= MaxBytes && Utf8.IsValid(file.Bytes.Span)).Select(file => new Script(file.Path, Encoding.UTF8.GetString(file.Bytes.Span)))];

    public int Line(int at) => tokens[Math.Clamp(at, 0, tokens.Count - 1)].Line;

    public bool Has(int at, JsKind kind) => at >= 0 && at < tokens.Count && tokens[at].Kind == kind;

    /// <summary>Whether the token at this place is this word or sign.</summary>
    public bool Is(int at, string text) => (Has(at, JsKind.Word) || Has(at, JsKind.Sign)) && Text(at) is var found && found.SequenceEqual(text);

    /// <summary>The same for several in a row.</summary>
    public bool Are(int at, params ReadOnlySpan<string> texts)
    {
        for (var next = 0; next < texts.Length; next++)
        {
            if (!Is(at + next, texts[next]))
            {
                return false;
            }
        }

        return true;
    }

    public ReadOnlySpan<char> Text(int at) => at >= 0 && at < tokens.Count ? code.AsSpan(tokens[at].Start, tokens[at].Length) : default;

    /// <summary>Whether the word or text occurs anywhere.</summary>
    public bool Mentions(string word) => words.Contains(word);

    /// <summary>The websites that texts of the script name.</summary>
    public IEnumerable<(string Name, int Line)> Origins()
    {
        foreach (var token in tokens.Where(token => token.Kind is JsKind.Text or JsKind.Template or JsKind.TemplatePart))
        {
            foreach (Match match in Origin().Matches(code.Substring(token.Start, token.Length)))
            {
                if (!match.Value.EndsWith("//www.w3.org", StringComparison.Ordinal)) // the names of XML's vocabularies, which nobody fetches
                {
                    yield return (match.Value, token.Line);
                }
            }
        }
    }

    /// <summary>Whether the token is a text that leads to the network when it is loaded.</summary>
    public bool IsRemote(int at) => (Has(at, JsKind.Text) || Has(at, JsKind.Template)) && IsRemote(Text(at));

    public static bool IsRemote(ReadOnlySpan<char> address)
    {
        address = address.TrimStart();

        return address.StartsWith("//") || address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("blob:", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\b(?:https?|wss?)://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();
}
