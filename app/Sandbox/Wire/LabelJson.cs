namespace Hotfix.Sandbox.Wire;

/// <summary>A label, as <c>label</c> of GitHub's API description.</summary>
internal static class LabelJson
{
    public static Fragment Of(SandboxLabel label, string repositoryUrl) => Fragment.Of(json =>
    {
        json.WriteNumber("id", label.Id);
        json.WriteString("node_id", $"LA_kwDO{label.Id:D8}");
        json.WriteString("url", $"{repositoryUrl}/labels/{Uri.EscapeDataString(label.Name)}");
        json.WriteString("name", label.Name);
        json.WriteString("color", label.Color);
        json.WriteBoolean("default", false);
        json.WriteString("description", label.Description);
    });
}
