using System.CommandLine;
using Hotfix.Cli.Store.Moving;

namespace Hotfix.Cli.Store;

/// <summary><c>hotfix store</c>: what is held, and how it gets from one store to another.</summary>
internal static class StoreVerb
{
    public static Command Command { get; } = new("store", "Move everything Hotfix holds to another store, or compare two.") { ExportVerb.Command, ImportVerb.Command, CheckVerb.Command };
}
