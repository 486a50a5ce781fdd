using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Extension.Smoke;

namespace Hotfix.Cli.Extension.Smoke;

/// <param name="Conclusion"><c>success</c> or <c>failure</c>, as check runs say it.</param>
internal sealed record SmokeCheckLine(string Name, string Conclusion, string Summary)
{
    public static SmokeCheckLine Of(SmokeCheck check) => new(check.Name, Word(check.Passed), check.Summary);

    public static string Word(bool passed) => passed ? "success" : "failure";
}

/// <param name="Browser">Name and version.</param>
/// <param name="Seconds">How long it all took.</param>
internal sealed record SmokeLine(string Conclusion, string Browser, double Seconds, IReadOnlyList<SmokeCheckLine> Checks);

/// <summary>What <c>hotfix extension smoke --json</c> prints: one object, one line.</summary>
[JsonSerializable(typeof(SmokeLine))]
internal sealed partial class SmokeJson : JsonSerializerContext
{
    public static SmokeJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
