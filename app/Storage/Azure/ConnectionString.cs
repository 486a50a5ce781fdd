namespace Hotfix.Storage.Azure;

/// <summary>
/// The parts of a connection string as the portal gives it: <c>Name=value</c> with semicolons between, names in any case, values with '=' in them.
/// <para>Errors: <see cref="FormatException"/>: what is wrong, to be read after "HOTFIX_STORE"; values are repeated only where they are no secret.</para>
/// </summary>
internal sealed class ConnectionString
{
    private const string EmulatorAccount = "devstoreaccount1";

    /// <summary>No secret: every emulator has it, and Microsoft publishes it ("Use the Azurite emulator").</summary>
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly HashSet<string> Known = new(
        [
            "DefaultEndpointsProtocol", "AccountName", "AccountKey", "SharedAccessSignature", "EndpointSuffix", "UseDevelopmentStorage", "DevelopmentStorageProxyUri",
            .. from kind in new[] { "Blob", "File", "Queue", "Table", "Dfs", "Web" } from end in new[] { "Endpoint", "SecondaryEndpoint" } select kind + end,
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);

    public ConnectionString(string text)
    {
        var at = 0;

        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            at++;
            var end = part.IndexOf('=', StringComparison.Ordinal);

            // A part that is not known is named by its place: it may be a key that was pasted alone.
            if (end <= 0 || !Known.Contains(part[..end]))
            {
                throw new FormatException($"has a part {at} that is none of a storage account's connection string: parts are like AccountName=ACCOUNT, with semicolons between; copy it from the account's page 'Access keys'.");
            }

            if (!parts.TryAdd(part[..end], part[(end + 1)..]))
            {
                throw new FormatException($"names {part[..end]} twice.");
            }
        }
    }

    public AzureAddress Address()
    {
        if (this["UseDevelopmentStorage"] is { } emulator)
        {
            return emulator.Equals("true", StringComparison.OrdinalIgnoreCase)
                ? new(new($"http://127.0.0.1:10002/{EmulatorAccount}"), new($"http://127.0.0.1:10001/{EmulatorAccount}"), new AzureCredential.Key(EmulatorAccount, Convert.FromBase64String(EmulatorKey)))
                : throw new FormatException($"has UseDevelopmentStorage={emulator}: it is true, or left out.");
        }

        var credential = Credential();
        var tables = Endpoint("Table") ?? Derived("table");

        return new(tables, Endpoint("Queue") ?? (this["AccountName"] is null ? AzureAddress.QueuesBeside(tables, "has a TableEndpoint and no QueueEndpoint: it needs both.") : Derived("queue")), credential);
    }

    private string? this[string name] => parts.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private AzureCredential Credential() => (this["AccountKey"], this["SharedAccessSignature"]) switch
    {
        ({ } key, null) => new AzureCredential.Key(this["AccountName"] ?? throw new FormatException("has an AccountKey and no AccountName."), Secret(key)),
        (null, { } signature) => AzureCredential.Sas.Parse(signature, "SharedAccessSignature"),
        (null, null) => throw new FormatException("names neither an AccountKey nor a SharedAccessSignature; without either it is the address of the account's tables, like azure:https://ACCOUNT.table.core.windows.net, and the machine's managed identity is used."),
        _ => throw new FormatException("names an AccountKey and a SharedAccessSignature: it needs one of them."),
    };

    private static byte[] Secret(string key)
    {
        var bytes = new byte[key.Length];

        return Convert.TryFromBase64String(key, bytes, out var length) && length > 0 ? bytes[..length] : throw new FormatException("has an AccountKey that is not base64: copy it whole, with the '=' at its end.");
    }

    private Uri? Endpoint(string kind) => this[kind + "Endpoint"] switch
    {
        null => null,
        var text when Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 => url,
        _ => throw new FormatException($"has a {kind}Endpoint that is no address: it is like https://ACCOUNT.{kind.ToLowerInvariant()}.core.windows.net."),
    };

    private Uri Derived(string kind)
    {
        var account = this["AccountName"] ?? throw new FormatException("names neither an AccountName nor a TableEndpoint.");
        var scheme = this["DefaultEndpointsProtocol"] ?? "https";

        if (account.Length is < 3 or > 24 || !account.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterLower(character)))
        {
            throw new FormatException("has an AccountName that cannot be one: it is 3 to 24 lower-case letters and digits.");
        }

        return scheme is "http" or "https" && Uri.TryCreate($"{scheme}://{account}.{kind}.{this["EndpointSuffix"] ?? "core.windows.net"}", UriKind.Absolute, out var url)
            ? url
            : throw new FormatException("has a DefaultEndpointsProtocol or an EndpointSuffix that makes no address: they are https and core.windows.net.");
    }
}
