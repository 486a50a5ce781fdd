using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Hotfix.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Tests.Storage;

/// <summary>What lets us in, besides the account's key, with which every other test goes in.</summary>
public sealed class AzureAccessTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shared_access_signature_lets_us_read_write_and_ring()
    {
        using var store = Open(WithSignature(await azurite.AccountAsync(), "raucdlp"));

        Assert.IsType<BatchOutcome.Written>(await store.Documents.WriteAsync("o'brien", [new DocumentWrite.Insert("größe", "body"u8.ToArray())], Token));
        await store.Queue("doorbells").PutAsync("text", urgent: true, TimeSpan.Zero, Token);

        Assert.Equal("größe", Assert.Single(await store.Documents.QueryAsync("o'brien", RowRange.Prefix("g"), 1, Token)).Row);
        Assert.True(await store.Queue("doorbells").DeleteAsync((await store.Queue("doorbells").TakeAsync(TimeSpan.FromMinutes(1), Token))!, Token));
    }

    [Fact]
    public async Task A_signature_that_lets_us_only_read_is_refused_with_a_sentence_that_does_not_repeat_it()
    {
        using var store = Open(WithSignature(await azurite.AccountAsync(), "r"));

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Documents.WriteAsync("partition", [new DocumentWrite.Set("row", default)], Token));

        Assert.Matches("^The store at 127.0.0.1:[0-9]+ refuses us \\([A-Za-z]+\\): look at the key, the signature or the identity's roles", refused.Message);
        Assert.DoesNotContain("sig=", $"{refused}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_anew_five_minutes_before_it_ends()
    {
        var time = new ManualTime();
        var asked = 0;
        using var access = new TokenAccess(_ => Task.FromResult(new IdentityToken($"token {++asked}", time.GetUtcNow() + TimeSpan.FromHours(1))), time);

        Assert.Equal(["Bearer token 1", "Bearer token 1"], await Task.WhenAll(ProvedAsync(access), ProvedAsync(access)));
        time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("Bearer token 1", await ProvedAsync(access));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Bearer token 2", await ProvedAsync(access));
    }

    [Fact]
    public async Task A_token_that_was_not_given_is_asked_for_again()
    {
        var asked = 0;
        using var access = new TokenAccess(_ => ++asked == 1 ? throw new StoreUnavailableException("not now") : Task.FromResult(new IdentityToken("token", DateTimeOffset.MaxValue)), TimeProvider.System);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => ProvedAsync(access));
        Assert.Equal("Bearer token", await ProvedAsync(access));
    }

    private static AzureStore Open(string account) => AzureStore.Open(AzureAddress.Parse(account), TimeProvider.System, Random.Shared, NullLogger.Instance);

    private static async Task<string> ProvedAsync(TokenAccess access)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://acme.table.core.windows.net/");
        await access.ProveAsync(request, Token);

        return $"{request.Headers.Authorization}";
    }

    /// <summary>As the portal makes one. Source: Azure Storage REST, "Create an account SAS".</summary>
    private static string WithSignature(string account, string permissions)
    {
        var parts = account.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var end = DateTime.UtcNow.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var signed = $"{parts["AccountName"]}\n{permissions}\nqt\nsco\n\n{end}\n\n\n2020-12-06\n\n";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(parts["AccountKey"]), Encoding.UTF8.GetBytes(signed)));

        return $"TableEndpoint={parts["TableEndpoint"]};QueueEndpoint={parts["QueueEndpoint"]};SharedAccessSignature=sv=2020-12-06&ss=qt&srt=sco&sp={permissions}&se={Uri.EscapeDataString(end)}&sig={Uri.EscapeDataString(signature)}";
    }
}
