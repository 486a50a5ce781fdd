using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>What the product sends about its errors, and how. Source: seeds/000, "Component 1: Error Collection System"; seeds/004, "Metrics Collection", "Data Privacy"; seeds/001, "Privacy audit".</summary>
internal sealed record TelemetryRules(
    [property: Description("How many errors are sent together.")] int? BatchSize,
    [property: Description("Seconds after which a batch is sent though it is not full.")] int? FlushSeconds,
    [property: Description("Seconds between two samples of the memory in use.")] int? MemorySampleSeconds,
    [property: Description("Severities that are sent at once.")] Values<Severity> FlushAtOnce,
    [property: Description("Words of an error by which it has a severity, the worst first.")] IReadOnlyDictionary<Severity, Values<string>> Words,
    [property: Description("The severity of an error none of these words is in.")] Severity? Otherwise,
    [property: Description("The severity of a promise that was rejected and not handled.")] Severity? UnhandledPromise,
    [property: Description("The kinds of errors that are sent.")] Values<string> Errors,
    [property: Description("The kinds of measurements that are sent.")] Values<string> Metrics,
    [property: Description("What every error is sent with.")] Values<string> Fields,
    [property: Description("What holds for all that is sent.")] Values<string> Privacy);
