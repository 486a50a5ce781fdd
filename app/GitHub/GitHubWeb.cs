namespace Hotfix.GitHub;

/// <summary>GitHub's address for people, from that of its REST API. Source: reference/github-api.md, section 1.1.</summary>
internal static class GitHubWeb
{
    public static Uri Of(Uri api) => api.Host switch
    {
        "api.github.com" => new("https://github.com"),
        var host when host.StartsWith("api.", StringComparison.Ordinal) && host.EndsWith(".ghe.com", StringComparison.Ordinal) => new($"{api.Scheme}://{host["api.".Length..]}"),
        _ => new(api.GetLeftPart(UriPartial.Authority)),
    };
}
