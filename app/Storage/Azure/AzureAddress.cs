namespace Hotfix.Storage.Azure;

/// <summary>
/// A storage account: where its tables and its queues are, and what lets us in. Its text names no secret.
/// <para>Source: Azure Storage, "Configure Azure Storage connection strings"; the port numbers and the account of the emulator are Azurite's.</para>
/// </summary>
internal sealed record AzureAddress(Uri Tables, Uri Queues, AzureCredential Credential)
{
    /// <param name="text">A connection string, or the address of the account's tables: with managed identity, or with the shared access signature in its query.</param>
    /// <exception cref="FormatException">What is wrong with it, to be read after "HOTFIX_STORE"; no secret is repeated.</exception>
    public static AzureAddress Parse(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? OfTables(text) : new ConnectionString(text).Address();

    /// <summary>The queues are beside the tables: <c>account.queue.core.windows.net</c> beside <c>account.table.core.windows.net</c>.</summary>
    /// <exception cref="FormatException">There is no such pair.</exception>
    public static Uri QueuesBeside(Uri tables, string otherwise) => tables.Host.Split('.') is [var account, "table", ..]
        ? new UriBuilder(tables) { Host = $"{account}.queue{tables.Host[$"{account}.table".Length..]}" }.Uri
        : throw new FormatException(otherwise);

    public override string ToString() => $"{Tables.Authority} by {Credential}";

    private static AzureAddress OfTables(string text)
    {
        const string Right = "the address of an account's tables, like azure:https://ACCOUNT.table.core.windows.net";

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            throw new FormatException($"does not hold an https address: it is {Right}.");
        }

        if (url.AbsolutePath != "/" || url.UserInfo.Length > 0)
        {
            throw new FormatException($"has more than a host in its address: it is {Right}.");
        }

        var tables = new Uri(url.GetLeftPart(UriPartial.Authority));
        var queues = QueuesBeside(tables, $"names the host '{url.Host}', which is none of Table Storage: it is {Right}.");

        return url.Query.Length > 1 ? new(tables, queues, AzureCredential.Sas.Parse(url.Query, "after the address")) : new(tables, queues, new AzureCredential.Identity());
    }
}
