using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// What GitHub says is wrong, as far as it may be repeated: one line, short, and without anything that could be a secret.
/// <para>Shapes: <c>{message, errors?}</c> where an error is a string or <c>{resource, field, code, message}</c>; or no JSON at all (a proxy's page), of which
/// nothing is repeated.</para>
/// </summary>
internal sealed partial record Complaint(string? Message, JsonElement Errors)
{
    private const int MaxCharacters = 200;

    private const string RulesFound = "Repository rule violations found";

    private static readonly string[] RuleWords =
        [RulesFound, "protected branch", "protected ref", "must be made through a pull request", "not authorized to push", "required status check", "approving review is required"];

    private static readonly string[] DetailNames = ["resource", "field", "code", "message"];

    public static Complaint Of(Answer answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, ComplaintJson.Default.Complaint) ?? new(null, default);
        }
        catch (JsonException)
        {
            return new(null, default);
        }
    }

    /// <summary>One of the errors has this code, for example <c>already_exists</c>.</summary>
    public bool Has(string code) => Details().Any(detail => detail.Contains(code, StringComparison.OrdinalIgnoreCase));

    public bool Mentions(string text) => Message?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The words of the ruleset or branch protection that forbids it, or null. Source: GitHub docs, "Available rules for rulesets", "About protected branches".</summary>
    public string? Rule() => Array.Exists(RuleWords, Mentions) ? OneLine(Message!.Replace(RulesFound, "", StringComparison.OrdinalIgnoreCase)) : null;

    public string Quote() => OneLine(string.Join("; ", Details().Prepend(Message ?? "").Where(text => text.Length > 0)));

    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);

        foreach (var character in Secret().Replace(text, "(redacted)"))
        {
            line.Append(char.IsControl(character) || char.IsWhiteSpace(character) || char.IsSurrogate(character) ? ' ' : character);
        }

        var words = string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

        return words.Length <= MaxCharacters ? words : words[..MaxCharacters] + "…";
    }

    private IEnumerable<string> Details() => Errors.ValueKind == JsonValueKind.Array ? Errors.EnumerateArray().Select(Detail) : [];

    private static string Detail(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => error.GetString() ?? "",
        JsonValueKind.Object => string.Join(' ', DetailNames.Select(name => Text(error, name)).Where(text => text.Length > 0)),
        _ => "",
    };

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    // Tokens have no format to rely on. What is long and has no gap is no word that a sentence would miss.
    [GeneratedRegex(@"[A-Za-z0-9._\-+=~/]{36,}", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Complaint))]
internal sealed partial class ComplaintJson : JsonSerializerContext;
