namespace Hotfix.Sandbox.Wire;

/// <summary>A group of a merge queue, as <c>merge-group</c> of GitHub's API description.</summary>
internal static class MergeGroupJson
{
    public static Fragment Of(SandboxMergeGroup group) => Fragment.Of(json =>
    {
        json.WriteString("head_sha", group.Head.Sha);
        json.WriteString("head_ref", $"refs/heads/{group.Name}");
        json.WriteString("base_sha", group.Before.Sha);
        json.WriteString("base_ref", $"refs/heads/{group.Base}");
        json.Paste("head_commit", SuiteJson.Head(group.Head));
    });
}
