namespace Hotfix.GitHub.Calls;

/// <summary>The kind of an address: <c>/repos/{owner}/{repo}/issues/{number}/labels/{name}</c>. Names and numbers of people's things are left out, and so is the path of a file, a branch or a tag.</summary>
internal static class UrlTemplate
{
    public static string Of(Uri uri)
    {
        var segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

        for (var at = 0; at < segments.Length; at++)
        {
            segments[at] = (at > 0 ? segments[at - 1] : "", segments[at]) switch
            {
                ("repos", _) => "{owner}",
                ("{owner}", _) => "{repo}",
                ("labels", _) => "{name}",
                ("commits", _) => "{ref}",
                ("trees" or "tags" or "blobs", _) => "{sha}",
                ("collaborators" or "memberships", _) => "{login}",
                ("orgs", _) => "{org}",
                ("teams", _) => "{team}",
                ("contents" or "ref" or "refs" or "matching-refs" or "{path}", _) => "{path}",
                (_, var segment) when segment.All(char.IsAsciiDigit) => "{number}",
                (_, var segment) => segment,
            };
        }

        return "/" + string.Join('/', segments.Where((segment, at) => at == 0 || segment != "{path}" || segments[at - 1] != "{path}"));
    }
}
