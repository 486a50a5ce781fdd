using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Store;

/// <summary>What the store's methods do to an item, or why not.</summary>
internal sealed partial class SandboxItem
{
    public JsonObject Take(byte[] package)
    {
        Lapse();

        if (submitted is { State: "PENDING_REVIEW" or "STAGED" })
        {
            throw new StoreRefused(StoreErrors.NotUpdatable);
        }

        if (VerifiedKey is { } key && (!StorePackageReader.IsCrx(package) || !StorePackageReader.IsSignedBy(package, key)))
        {
            throw new StoreRefused(StoreErrors.InvalidPackage("PKG_MUST_UPDATE_AS_CRX", "This item must be updated with a CRX that is signed with the key that was registered for it."));
        }

        var version = StorePackageReader.Version(package);

        if (Highest() is { } highest && SandboxVersion.Compare(version, highest) <= 0)
        {
            throw new StoreRefused(StoreErrors.InvalidPackage("PKG_INVALID_VERSION_NUMBER", $"Invalid version number in manifest: {version}. Please make sure the newly uploaded package has a larger version in file manifest.json than the published package: {highest}."));
        }

        var answer = new JsonObject { ["name"] = $"publishers/{Publisher}/items/{Id}", ["itemId"] = Id };

        if (UploadPolls > 0)
        {
            (earlier, upload) = (upload, new(version, UploadPolls, time.GetUtcNow(), UploadFails));
            answer["uploadState"] = InProgressWord;
        }
        else if (UploadFails)
        {
            answer["uploadState"] = FailureWord;
        }
        else
        {
            draft = version;
            answer["crxVersion"] = version;
            answer["uploadState"] = "SUCCEEDED";
        }

        return answer;
    }

    public JsonObject Publish(bool staged, int? percentage, bool blockOnWarnings)
    {
        Lapse();
        Refuse(Missing is not null, () => StoreErrors.Condition(Missing!));
        Refuse(submitted is { State: "PENDING_REVIEW" }, () => StoreErrors.Condition("the item is in review"));
        Refuse(percentage is { } share && share != 100 && Users <= ManyUsers, () => StoreErrors.Percentage("Partial rollout is only available to items with over 10,000 seven-day active users."));
        Refuse(percentage is < 0 or > 100, () => StoreErrors.Percentage("The deploy percentage must be between 0 and 100."));
        Refuse(blockOnWarnings && Warnings.Count > 0, () => StoreErrors.Invalid("The item has warnings.", "ITEM_HAS_WARNINGS", "blockOnWarnings", Warnings[0].Description, Warnings[0].Reason));

        if (submitted is { State: "STAGED" } ready)
        {
            Changing();
            submitted = null;
            GoLive(ready.Version, percentage ?? ready.Percentage);

            return Answer(PublishedState);
        }

        Refuse(draft is null, () => StoreErrors.Condition("")); // the reason is known to be empty at times
        Changing();
        (submitted, draft) = (new(draft!, "PENDING_REVIEW", percentage ?? SavedPercentage, staged), null);

        return Answer("PENDING_REVIEW");
    }

    public void Cancel()
    {
        Refuse(submitted is not { State: "PENDING_REVIEW" or "STAGED" }, () => StoreErrors.Refuse(400, "FAILED_PRECONDITION", "The item has no active submission."));
        Changing();
        submitted = submitted! with { State = "CANCELLED" };
    }

    public void Raise(int percentage)
    {
        Refuse(published.Count == 0, () => StoreErrors.Percentage("The item is not published."));
        Refuse(Users <= ManyUsers, () => StoreErrors.Percentage("Partial rollout is only available to items with over 10,000 seven-day active users."));
        var highest = Highest()!;
        var now = published.First(channel => channel.Version == highest).Percentage;
        Refuse(percentage <= now || percentage > 100, () => StoreErrors.Percentage($"The new deploy percentage must be larger than the existing target percentage {now}."));
        Changing();
        published = percentage == 100 ? [(highest, 100)] : [.. published.Where(channel => channel.Version != highest), (highest, percentage)];
    }

    public void RollBack(string target, string version, string reason, bool validateOnly)
    {
        Refuse(published.Count == 0, () => StoreErrors.Rollback("name", "The item is not published."));
        Refuse(string.IsNullOrWhiteSpace(reason), () => StoreErrors.Rollback("rollbackReason", "A rollback reason is required."));
        Refuse(!SandboxVersion.IsOne(version) || SandboxVersion.Compare(version, Highest()!) <= 0, () => StoreErrors.Rollback("newVersion", $"The new version must be higher than the currently published version {Highest()}."));
        Refuse(!history.Exists(one => SandboxVersion.Compare(one, target) == 0) || SandboxVersion.Compare(target, Highest()!) == 0, () => StoreErrors.Rollback("targetCrxVersion", $"The version {target} is not a previously published version."));

        if (!validateOnly)
        {
            Changing();
            (submitted, draft, published) = (null, null, []);
            GoLive(version, 100);
        }
    }

    private JsonObject Answer(string state)
    {
        var answer = new JsonObject { ["name"] = $"publishers/{Publisher}/items/{Id}", ["itemId"] = Id, ["state"] = state };

        if (Warnings.Count > 0)
        {
            answer["warningInfo"] = new JsonObject
            {
                ["warnings"] = new JsonArray([.. Warnings.Select(warning => (JsonNode)new JsonObject { ["reason"] = warning.Reason, ["description"] = warning.Description })]),
            };
        }

        return answer;
    }

    private static void Refuse(bool when, Func<StoreReply> reply)
    {
        if (when)
        {
            throw new StoreRefused(reply());
        }
    }
}
