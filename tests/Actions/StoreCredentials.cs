using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.Actions;

/// <summary>The other ways to the store than an access token that somebody made: each has the store's identity give out tokens on the way, which nobody may find afterwards.</summary>
internal static class StoreCredentials
{
    private const string Email = "publisher@acme.iam.gserviceaccount.com";
    private const string Provider = "projects/123/locations/global/workloadIdentityPools/github/providers/actions";

    public static Dictionary<string, string> ServiceAccount(ActionTester tester, Dictionary<string, string> inputs)
    {
        using var key = RSA.Create(2048);
        tester.Store.Identity.AddServiceAccount(Email, key.ExportSubjectPublicKeyInfoPem());
        var account = new JsonObject { ["type"] = "service_account", ["client_email"] = Email, ["private_key"] = key.ExportPkcs8PrivateKeyPem(), ["private_key_id"] = "abc" };

        return new(inputs) { ["chrome-access-token"] = "", ["chrome-service-account"] = account.ToJsonString() };
    }

    public static Dictionary<string, string> RefreshToken(ActionTester tester, Dictionary<string, string> inputs)
    {
        const string Client = "client.apps.googleusercontent.com";
        var (secret, refresh) = ($"GOCSPX-{RandomNumberGenerator.GetHexString(24)}", $"1//{RandomNumberGenerator.GetHexString(40)}");
        tester.Store.Identity.AddConsent(Client, secret, refresh);

        return new(inputs) { ["chrome-access-token"] = "", ["chrome-client-id"] = Client, ["chrome-client-secret"] = secret, ["chrome-refresh-token"] = refresh };
    }

    /// <summary>The workflow's own identity. From now on its job asks the store's issuer for that, and is no more believed by the App.</summary>
    public static Dictionary<string, string> WorkloadIdentity(ActionTester tester, Dictionary<string, string> inputs)
    {
        tester.Store.Identity.AddJob(tester.Run.RequestToken, tester.Repository.Id);
        tester.Store.Identity.Trust(Provider, Email, tester.Repository.Id);
        tester.Environment["ACTIONS_ID_TOKEN_REQUEST_URL"] = tester.Store.IdTokenUrl;

        return new(inputs) { ["chrome-access-token"] = "", ["chrome-workload-provider"] = Provider, ["chrome-service-account-email"] = Email };
    }
}
