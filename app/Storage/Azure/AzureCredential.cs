namespace Hotfix.Storage.Azure;

/// <summary>What lets us into a storage account. No records: a record's text would hold the secret.</summary>
internal abstract class AzureCredential
{
    /// <summary>The account's key: everything is allowed.</summary>
    internal sealed class Key(string account, byte[] secret) : AzureCredential
    {
        public string Account { get; } = account;

        public byte[] Secret { get; } = secret;

        public override string ToString() => "key";
    }

    /// <summary>A shared access signature: what its text allows, as long as it lasts.</summary>
    internal sealed class Sas(string query) : AzureCredential
    {
        /// <summary>Without the question mark.</summary>
        public string Query { get; } = query;

        /// <exception cref="FormatException">It is no signature.</exception>
        public static Sas Parse(string text, string where) => text.TrimStart('?') is var query && $"&{query}".Contains("&sig=", StringComparison.Ordinal)
            ? new(query)
            : throw new FormatException($"holds no shared access signature where one is expected ({where}): it has a part sig=.");

        public override string ToString() => "shared access signature";
    }

    /// <summary>The identity that Azure gave the machine; the roles are Storage Table Data Contributor and Storage Queue Data Contributor.</summary>
    internal sealed class Identity : AzureCredential
    {
        public override string ToString() => "managed identity";
    }
}
