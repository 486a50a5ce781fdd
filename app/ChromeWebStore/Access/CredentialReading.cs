namespace Hotfix.ChromeWebStore.Access;

/// <summary>
/// Which credential the environment gives: exactly one of four. Nothing of a secret is repeated.
/// <para>Shapes: <c>CHROME_ACCESS_TOKEN</c>; <c>CHROME_SERVICE_ACCOUNT</c> (the JSON of the key); <c>CHROME_WORKLOAD_PROVIDER</c> with <c>CHROME_SERVICE_ACCOUNT_EMAIL</c> in a job with <c>id-token: write</c>;
/// <c>CHROME_CLIENT_ID</c>, <c>CHROME_CLIENT_SECRET</c> and <c>CHROME_REFRESH_TOKEN</c>.</para>
/// </summary>
internal sealed class CredentialReading(Func<string, string?> variable, StoreEndpoints endpoints, TokenEndpoint endpoint, Action<Secret> minted, TimeProvider time)
{
    private const string Ways =
        "CHROME_ACCESS_TOKEN, CHROME_SERVICE_ACCOUNT (the key's JSON), CHROME_WORKLOAD_PROVIDER with CHROME_SERVICE_ACCOUNT_EMAIL, or CHROME_CLIENT_ID with CHROME_CLIENT_SECRET and CHROME_REFRESH_TOKEN";

    private static readonly string[][] Names =
    [
        ["CHROME_ACCESS_TOKEN"],
        ["CHROME_SERVICE_ACCOUNT"],
        ["CHROME_WORKLOAD_PROVIDER", "CHROME_SERVICE_ACCOUNT_EMAIL"],
        ["CHROME_CLIENT_ID", "CHROME_CLIENT_SECRET", "CHROME_REFRESH_TOKEN"],
    ];

    /// <exception cref="StoreSettingException">None, several, or one that cannot be used.</exception>
    public IStoreCredential Read()
    {
        var given = Names.Where(names => names.Any(name => Value(name) is not null)).ToList();

        if (given.Count != 1)
        {
            throw new StoreSettingException(given.Count == 0
                ? $"The store needs a credential in the environment: {Ways}."
                : $"The environment has {given.Count} credentials for the store ({string.Join(" and ", given.Select(names => names[0]))}): leave one of them, which is {Ways}.");
        }

        if (given[0].FirstOrDefault(name => Value(name) is null) is { } missing)
        {
            throw new StoreSettingException($"{given[0].First(name => Value(name) is not null)} is set and {missing} is not: they go together.");
        }

        return given[0][0] switch
        {
            "CHROME_ACCESS_TOKEN" => new GivenToken(Secret("CHROME_ACCESS_TOKEN")),
            "CHROME_SERVICE_ACCOUNT" => ServiceAccount.FromJson(Value("CHROME_SERVICE_ACCOUNT")!, endpoints.Token, endpoint, time),
            "CHROME_CLIENT_ID" => new RefreshToken(Secret("CHROME_CLIENT_ID").Reveal(), Secret("CHROME_CLIENT_SECRET"), Secret("CHROME_REFRESH_TOKEN"), endpoints.Token, endpoint),
            _ => Federation(),
        };
    }

    private WorkloadFederation Federation()
    {
        var (provider, email) = (Value("CHROME_WORKLOAD_PROVIDER")!, Value("CHROME_SERVICE_ACCOUNT_EMAIL")!);

        if (!WorkloadFederation.IsProvider(provider))
        {
            throw new StoreSettingException("CHROME_WORKLOAD_PROVIDER is no provider's full name: projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.");
        }

        if (!WorkloadFederation.IsEmail(email))
        {
            throw new StoreSettingException("CHROME_SERVICE_ACCOUNT_EMAIL is no service account's address, like publisher@project.iam.gserviceaccount.com.");
        }

        if (Value("ACTIONS_ID_TOKEN_REQUEST_URL") is not { } url || Value("ACTIONS_ID_TOKEN_REQUEST_TOKEN") is null)
        {
            throw new StoreSettingException("CHROME_WORKLOAD_PROVIDER needs the workflow's identity, which is not there: give the job `permissions: id-token: write`.");
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var request) && (request.Scheme == Uri.UriSchemeHttps || request is { IsLoopback: true, Scheme: "http" })
            ? new(provider, email, request, Secret("ACTIONS_ID_TOKEN_REQUEST_TOKEN"), endpoints, endpoint, minted)
            : throw new StoreSettingException("ACTIONS_ID_TOKEN_REQUEST_URL is no https address: GitHub sets it in a job with `id-token: write`.");
    }

    private string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private Secret Secret(string name) => Value(name) is { } value && ChromeWebStore.Secret.Fits(value)
        ? new(value)
        : throw new StoreSettingException($"{name} holds characters that it cannot have, perhaps a space or a line break.");
}
