namespace Hotfix.ChromeWebStore;

/// <summary>
/// Where the store and those who give tokens for it are. Other addresses than Google's are taken for this machine only, where tests have a double: nobody can lead a credential elsewhere.
/// </summary>
/// <param name="Api">The base of the API.</param>
/// <param name="Token">Google's OAuth token endpoint.</param>
/// <param name="Sts">Google's Security Token Service.</param>
/// <param name="Iam">The base of IAM Credentials.</param>
internal sealed record StoreEndpoints(Uri Api, Uri Token, Uri Sts, Uri Iam)
{
    public static StoreEndpoints Google { get; } = new(
        new("https://chromewebstore.googleapis.com"), new("https://oauth2.googleapis.com/token"), new("https://sts.googleapis.com/v1/token"), new("https://iamcredentials.googleapis.com"));

    /// <summary>The store is a double on this machine.</summary>
    public bool IsNearby => Api.IsLoopback;

    /// <exception cref="StoreSettingException">An address that is not on this machine.</exception>
    public static StoreEndpoints Read(Func<string, string?> variable)
    {
        return new(Of("CHROME_STORE_URL", Google.Api), Of("CHROME_TOKEN_URL", Google.Token), Of("CHROME_STS_URL", Google.Sts), Of("CHROME_IAM_URL", Google.Iam));

        Uri Of(string name, Uri usual) => variable(name) is { Length: > 0 } text ? Override(name, text, usual) : usual;
    }

    private static Uri Override(string name, string text, Uri usual) => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url == usual || (url.IsLoopback && url.Scheme is "http" or "https" && url.UserInfo.Length == 0))
        ? url
        : throw new StoreSettingException($"{name} names another host than {usual.Host}: only an address on this machine (127.0.0.1) may stand in for it, so that credentials go nowhere else.");
}

/// <summary>The environment says something about the store that cannot be used; one sentence that repeats no secret.</summary>
internal sealed class StoreSettingException(string sentence) : Exception(sentence);
