using System.Text.Json;
using Hotfix.ChromeWebStore.Wire;
using Hotfix.Ports;

namespace Hotfix.ChromeWebStore;

/// <summary>
/// What the store, or a token endpoint, says is wrong, and what to do about it, as one sentence. The violations of fields come first: the message above them says nothing.
/// <para>Shapes: Google's error model (<c>{error:{code,message,status,details[]}}</c> with <c>ErrorInfo</c> and <c>BadRequest</c>), OAuth's (<c>{error,error_description}</c>), or no JSON at all, of which nothing is repeated.</para>
/// </summary>
/// <param name="Status">Like <c>INVALID_ARGUMENT</c>; null where none is named.</param>
/// <param name="Reasons">Like <c>PKG_INVALID_VERSION_NUMBER</c>, of fields and of the whole.</param>
/// <param name="Words">Cleaned; empty where nothing is said.</param>
internal sealed record StoreComplaint(int Code, string? Status, IReadOnlyList<string> Reasons, string Words)
{
    /// <summary>The request's fields that are complained about, like <c>targetCrxVersion</c>.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public static StoreComplaint Of(StoreAnswer answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, StoreWireJson.Default.ErrorWire) is { } wire ? Of(answer.Status, wire) : Silent(answer.Status);
        }
        catch (JsonException)
        {
            return Silent(answer.Status);
        }
    }

    public RefusedException Refusal(StoreCall call)
    {
        var said = Words.Length > 0 ? $": {Words}" : "";

        return new(Code, Code is >= 300 and < 400
            ? $"{call.Who} answered with a redirect ({Code}) when asked to {call.What}, which is not followed: a token stays with the host that it is for."
            : $"{call.Who} refused to {call.What} ({Code}{(Status is null ? "" : $" {Status}")}){said}{(Advice.For(this, call.Who) is { } advice ? $". {advice}" : ".")}");
    }

    public bool Says(string text) => Reasons.Concat(Fields).Append(Words).Any(said => said.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static StoreComplaint Of(int code, ErrorWire wire) => wire.Error switch
    {
        { ValueKind: JsonValueKind.Object } error => OfGoogle(code, JsonSerializer.Deserialize(error, StoreWireJson.Default.GoogleErrorWire)!),
        { ValueKind: JsonValueKind.String } error => new(code, null, [StoreText.Sentence(error.GetString())], string.Join(": ", new[] { StoreText.Sentence(error.GetString()), StoreText.Sentence(wire.ErrorDescription) }.Where(text => text.Length > 0))),
        _ => Silent(code),
    };

    private static StoreComplaint OfGoogle(int code, GoogleErrorWire error)
    {
        var details = (error.Details ?? []).OfType<ErrorDetailWire>().ToList();
        var violations = details.SelectMany(detail => detail.FieldViolations ?? []).OfType<FieldViolationWire>().ToList();
        var reasons = violations.Select(violation => violation.Reason).Concat(details.Select(detail => detail.Reason)).Where(reason => !string.IsNullOrEmpty(reason)).Select(StoreText.Sentence).Distinct().ToList();
        var told = violations.Select(Told).Where(text => text.Length > 0).Distinct().ToList();
        var words = told.Count > 0 ? string.Join("; ", told) : string.Join(": ", new[] { string.Join(", ", reasons), StoreText.Sentence(error.Message) }.Where(text => text.Length > 0));

        return new(code, error.Status is { Length: > 0 } status ? StoreText.Sentence(status) : null, reasons, words) { Fields = [.. violations.Select(violation => violation.Field).OfType<string>()] };
    }

    private static string Told(FieldViolationWire violation) =>
        string.Join(": ", new[] { StoreText.Sentence(violation.Reason), StoreText.Sentence(violation.Description) }.Where(text => text.Length > 0));

    private static StoreComplaint Silent(int code) => new(code, null, [], "");
}
