namespace Hotfix.Sandbox.Wire;

/// <summary>A rule that holds for a branch, as <c>repository-rule-detailed</c> of GitHub's API description.</summary>
internal static class RuleJson
{
    /// <param name="checks">The checks that rulesets require there.</param>
    public static Fragment Of(SandboxRepository repository, string rule, IReadOnlyList<string> checks) => Fragment.Of(json =>
    {
        json.WriteString("type", rule);
        json.WriteString("ruleset_source_type", "Repository");
        json.WriteString("ruleset_source", repository.FullName);
        json.WriteNumber("ruleset_id", 42);

        if (rule == "pull_request")
        {
            json.WriteStartObject("parameters");

            foreach (var name in (ReadOnlySpan<string>)["dismiss_stale_reviews_on_push", "require_code_owner_review", "require_last_push_approval", "required_review_thread_resolution"])
            {
                json.WriteBoolean(name, false);
            }

            json.WriteNumber("required_approving_review_count", 1);
            json.WriteEndObject();
        }

        if (rule == SandboxRules.RequiredChecks)
        {
            json.WriteStartObject("parameters");
            json.WriteBoolean("strict_required_status_checks_policy", false);
            json.Paste("required_status_checks", checks.Select(check => Fragment.Of(one => one.WriteString("context", check))));
            json.WriteEndObject();
        }
    });
}
