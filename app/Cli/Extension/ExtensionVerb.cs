using System.CommandLine;
using Hotfix.Cli.Extension.Lint;
using Hotfix.Cli.Extension.Metadata;
using Hotfix.Cli.Extension.Smoke;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension</c>: what the Action does with an extension's package, on any machine and without a network.</summary>
internal static class ExtensionVerb
{
    public static Command Command { get; } = new("extension", "Check, pack, sign and prove a browser extension's package.")
    {
        LintVerb.Command,
        VersionVerb.Command,
        PackVerb.Command,
        SignVerb.Command,
        VerifyVerb.Command,
        IdVerb.Command,
        KeygenVerb.Command,
        MetadataVerb.Command,
        DiffVerb.Command,
        SmokeVerb.Command,
        ParachuteVerb.Command,
    };
}
