using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.Builds.Reading;

/// <summary>
/// Reads the report that a workflow sends. Every field is checked and every text bounded, for whoever may push to a hotfix's branch can send anything. Fields that are not known are passed over, so that a newer
/// Action can speak to an older App.
/// <para>Shape: JSON as in the README, "What a workflow tells"; seconds, bytes and percent are numbers. Errors: one sentence with the place, and nothing is taken.</para>
/// </summary>
internal static class ReportReader
{
    private const int MaxChecks = 40;
    private const int MaxArtifacts = 20;

    public static ReportReading Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });

            return new(Report(new Field("the report", json.RootElement)), null);
        }
        catch (JsonException wrong)
        {
            return new(null, $"The report is not JSON: line {(wrong.LineNumber ?? 0) + 1}, byte {(wrong.BytePositionInLine ?? 0) + 1}.");
        }
        catch (InvalidOperationException)
        {
            return new(null, "The report has a name in it that is no Unicode text.");
        }
        catch (ReportFault fault)
        {
            return new(null, fault.Message);
        }
    }

    private static Build Report(Field report)
    {
        report.Object();

        var channel = report["channel"]?.Word<BuildChannel>();

        return new(
            0,
            0,
            "",
            "",
            default,
            "",
            report.Needed("result").Word<BuildResult>(),
            report["version"]?.Text(64),
            report["failed_step"]?.Text(100),
            channel,
            report["dry_run"]?.Flag() ?? false,
            [.. report["checks"]?.Items(MaxChecks).Select(Check) ?? []],
            [.. report["artifacts"]?.Items(MaxArtifacts).Select(Artifact) ?? []],
            report["release"]?.Link(),
            report["store"] is { } store ? Store(store, channel) : null);
    }

    private static BuildCheck Check(Field check)
    {
        check.Object();

        return new(check.Needed("name").Text(80), check.Needed("kind").Word<BuildCheckKind>(), check.Needed("conclusion").Word<BuildConclusion>(), check["summary"]?.Text(200, isCut: true), check["seconds"]?.Number(0, 86_400));
    }

    private static BuildArtifact Artifact(Field artifact)
    {
        artifact.Object();

        return new(artifact.Needed("name").Text(100), artifact.Needed("sha256").Digest(), artifact.Needed("bytes").Whole(0, 1L << 40), artifact["url"]?.Link());
    }

    private static StoreItem Store(Field store, BuildChannel? channel)
    {
        store.Object();

        return new(store.Needed("item").Text(64), store.Needed("state").Text(40), store["version"]?.Text(64), store["percentage"] is { } percentage ? (int)percentage.Whole(0, 100) : null, channel);
    }
}
