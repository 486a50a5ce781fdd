namespace Hotfix.ChromeWebStore;

/// <summary>
/// What to do about a refusal of the store, or of those who give tokens for it. Reasons are found by a part of them: not all are documented, and what is not found here is told as the store says it.
/// <para>Source: Chrome Web Store API v2 (errors), and what its users have met (reference page "extension-publishing", §1.10).</para>
/// </summary>
internal static class Advice
{
    private const string Percentages = "A percentage only rises, and only for items with more than 10,000 users in seven days: leave --percentage out for others";

    private const string Target = "Give --to a version that was published before, as it was written then: the repository's releases name them";

    private const string NewVersion = "Leave --as out, and run this again: the lowest version above the published one is taken then";

    private const string Warnings = "Mend what the store warns of, or leave --block-on-warnings out";

    private const string Provider = "See that CHROME_WORKLOAD_PROVIDER is the full name of a provider that is there and enabled: projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER";

    private static readonly (string Says, string Do)[] ByWords =
    [
        ("PKG_INVALID_VERSION_NUMBER", "Raise the version in manifest.json above every version that was published"),
        ("PKG_MUST_UPDATE_AS_CRX", "This item takes verified uploads only: sign the package with the key that it was opted in with (`hotfix extension sign`) and upload the CRX"),
        ("PKG_MANIFEST_PARSE_ERROR", "`hotfix extension lint` says what is wrong with manifest.json"),
        ("ITEM_NOT_UPDATABLE", "A version waits for review or is staged: wait, or take it back with `hotfix store cancel`"),
        ("PKG_INTERNAL_ERROR", "This is on the store's side: run this again later"),
        ("PACKAGING", "This is on the store's side: run this again later"),
        ("Publish condition not met", "In the dashboard, look for what is missing: screenshots, the privacy tab, a permission's justification, the data-use certification, or a review that is not over"),
        ("SERVICE_DISABLED", "Enable chromewebstore.googleapis.com in the Cloud project of the credentials"),
        ("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "Have the token made for the scope https://www.googleapis.com/auth/chromewebstore"),
        ("targetCrxVersion", Target),
        ("target_crx_version", Target),
        ("newVersion", NewVersion),
        ("new_version", NewVersion),
        ("ITEM_HAS_WARNINGS", Warnings),
        ("blockOnWarnings", Warnings),
        ("deployPercentage", Percentages),
        ("DEPLOY_PERCENTAGE", Percentages),
        ("deploy percentage", Percentages),
        ("seven-day", Percentages),
    ];

    private static readonly (string Says, string Do)[] OfTokens =
    [
        ("invalid_grant", "The credential is revoked or has ended (a consent screen in testing ends refresh tokens after 7 days), or the machine's clock is wrong: make a new one"),
        ("invalid_client", "The client id or its secret is wrong"),
        ("unauthorized_client", "The client may not use this grant: look at the credential's project"),
    ];

    private static readonly (string Says, string Do)[] OfFederation =
    [
        ("unauthorized_client", "Look at the provider's attribute condition: it has to let this repository, ref and workflow in"),
        ("invalid_target", Provider),
    ];

    private static readonly (string Says, string Do)[] OfIam = [("SERVICE_DISABLED", "Enable iamcredentials.googleapis.com in the Cloud project of the service account")];

    /// <summary>Whole sentences with a stop at the end; null where there is none to give. What helps depends on who refused: a 403 of the store and one of IAM are not mended in the same place.</summary>
    public static string? For(StoreComplaint complaint, string who) => who switch
    {
        StoreCall.Store => Of(complaint, ByWords) ?? ByCode(complaint.Code),
        StoreCall.Tokens => Of(complaint, OfTokens),
        StoreCall.Sts => Of(complaint, OfFederation) ?? (complaint.Code == 404 ? Provider : null),
        StoreCall.Iam => Of(complaint, OfIam) ?? OfAccount(complaint.Code),
        _ => null,
    } is { } advice ? advice + "." : null;

    private static string? Of(StoreComplaint complaint, (string Says, string Do)[] rows) => rows.FirstOrDefault(row => complaint.Says(row.Says)).Do;

    private static string? OfAccount(int code) => code switch
    {
        403 => "Give the workflow's principal the role roles/iam.workloadIdentityUser on that service account",
        404 => "See that CHROME_SERVICE_ACCOUNT_EMAIL names a service account that is there",
        _ => null,
    };

    private static string? ByCode(int code) => code switch
    {
        401 => "The token is wrong or has ended: make it in the same job that uses it",
        403 => "Add the account of the credentials in the dashboard under Account, and see that the publisher is right",
        404 => "See that the publisher's id and the item's id are right, and that the item was created in the dashboard: the API cannot do that",
        _ => null,
    };
}
