using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Hotfix.Storage.Sqlite;

namespace Hotfix;

/// <summary>What <c>HOTFIX_STORE</c> names: a file on this machine, or a storage account that many machines share. Its text names no secret.</summary>
internal abstract record StoreAddress
{
    private const string SqlitePrefix = "sqlite:";
    private const string AzurePrefix = "azure:";

    /// <summary>Whether its text holds a key: then it is no argument, which others on the machine can read. The emulator's, which everybody has, counts too.</summary>
    public bool HoldsSecret => this is Azure { Account.Credential: not AzureCredential.Identity };

    /// <exception cref="SettingsException">One sentence; what was given is not repeated, it may hold a key.</exception>
    public static StoreAddress Read(IConfiguration values) => Read(values["HOTFIX_STORE"] is { Length: > 0 } given ? given : "sqlite:hotfix.db", "HOTFIX_STORE", values);

    /// <param name="name">Where the text was found, for the sentence.</param>
    /// <exception cref="SettingsException">One sentence; what was given is not repeated, it may hold a key.</exception>
    public static StoreAddress Read(string text, string name, IConfiguration values)
    {
        try
        {
            return text switch
            {
                _ when text.StartsWith(SqlitePrefix, StringComparison.Ordinal) && text.Length > SqlitePrefix.Length => new Sqlite(text[SqlitePrefix.Length..]),
                _ when text.StartsWith(AzurePrefix, StringComparison.Ordinal) && text.Length > AzurePrefix.Length => new Azure(AzureAddress.Parse(text[AzurePrefix.Length..]), values["AZURE_CLIENT_ID"]),
                _ => throw new FormatException("names no store: it is sqlite: and the path of a file, like sqlite:hotfix.db, or azure: and a storage account's connection string or the address of its tables."),
            };
        }
        catch (FormatException wrong)
        {
            throw new SettingsException($"{name} {wrong.Message}");
        }
    }

    /// <summary>A file is made where it is missing, its folder must exist; an account is not asked anything yet.</summary>
    /// <exception cref="StoreUnavailableException">One sentence.</exception>
    public abstract IStore Open(TimeProvider time, Random random, ILoggerFactory loggers);

    internal sealed record Sqlite(string Path) : StoreAddress
    {
        public override IStore Open(TimeProvider time, Random random, ILoggerFactory loggers) => SqliteStore.Open(Path, time, loggers.CreateLogger<SqliteStore>());

        public override string ToString() => Path;
    }

    /// <param name="ClientId">Of a user-assigned identity, where that lets us in.</param>
    internal sealed record Azure(AzureAddress Account, string? ClientId) : StoreAddress
    {
        public override IStore Open(TimeProvider time, Random random, ILoggerFactory loggers) => AzureStore.Open(Account, time, random, loggers.CreateLogger<AzureStore>(), ClientId);

        public override string ToString() => Account.ToString();
    }
}
