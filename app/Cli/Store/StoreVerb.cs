using System.CommandLine;
using Hotfix.Cli.Store.ChromeWebStore;
using Hotfix.Cli.Store.Moving;

namespace Hotfix.Cli.Store;

/// <summary><c>hotfix store</c>: both things that are called so, the Chrome Web Store and the place where Hotfix keeps what it holds.</summary>
internal static class StoreVerb
{
    public static Command Command { get; } = new("store", "Publish to the Chrome Web Store, and look at what is there. Or (export, import, check): move everything Hotfix holds to another store, or compare two.")
    {
        StatusVerb.Command,
        UploadVerb.Command,
        PublishVerb.Command,
        PercentageVerb.Command,
        CancelVerb.Command,
        RollbackVerb.Command,
        ReviewsVerb.Command,
        MetricsVerb.Command,
        ExportVerb.Command,
        ImportVerb.Command,
        CheckVerb.Command,
    };
}
