using System.CommandLine;
using Hotfix.Cli.Store.ChromeWebStore;

namespace Hotfix.Cli.Store;

/// <summary><c>hotfix store</c>: the Chrome Web Store from the command line.</summary>
internal static class StoreVerb
{
    public static Command Command { get; } = new("store", "Publish to the Chrome Web Store, and look at what is there.")
    {
        StatusVerb.Command,
        UploadVerb.Command,
        PublishVerb.Command,
        PercentageVerb.Command,
        CancelVerb.Command,
        RollbackVerb.Command,
        ReviewsVerb.Command,
        MetricsVerb.Command,
    };
}
