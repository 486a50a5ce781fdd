namespace Hotfix.Sandbox.Rest;

/// <summary>Whom a route lets in.</summary>
internal enum RestAccess
{
    /// <summary>The App, with its JWT.</summary>
    App,

    /// <summary>An installation's token, or a person's.</summary>
    Installation,

    /// <summary>The same, for what belongs to an account (<c>{org}</c>) or to nothing at all.</summary>
    Account,

    /// <summary>That of a repository, or nobody's: reading what is public.</summary>
    Public,

    /// <summary>Anybody; a token that is shown must be good.</summary>
    Anybody,
}

/// <summary>One endpoint. It answers while holding the state's gate, from memory; it never waits.</summary>
internal sealed class RestRoute(string method, string template, RestAccess access, Func<RestRequest, SandboxState, RestAnswer> answer, string? needs = null)
{
    public string Method { get; } = method;

    /// <summary>The template's segments; <c>{name}</c> takes any text, digits only when the name ends in <c>number</c> or <c>id</c>, and any number of segments when it is <c>path</c>.</summary>
    public string[] Template { get; } = template.Trim('/').Split('/');

    public bool IsOpen => Template[^1] == "{path}";

    public RestAccess Access { get; } = access;

    /// <summary>The permission that a token must have, as GitHub writes it (<c>checks=write</c>, or <c>issues=write; pull_requests=write</c> where one of them does); null where the sandbox does not ask.</summary>
    public string? Needs { get; } = needs;

    public Func<RestRequest, SandboxState, RestAnswer> Answer { get; } = answer;

    /// <summary>A route below a repository: served as <c>/repos/{owner}/{repo}/…</c>, and by id, as GitHub's redirects and page links name it.</summary>
    public static IEnumerable<RestRoute> OfRepository(string method, string template, Func<RestRequest, SandboxState, RestAnswer> answer, RestAccess access = RestAccess.Installation, string? needs = null) =>
    [
        new(method, $"repos/{{owner}}/{{repo}}/{template}", access, answer, needs),
        new(method, $"repositories/{{repository_id}}/{template}", access, answer, needs),
    ];

    public bool Matches(string[] segments)
    {
        for (var i = 0; i < Template.Length; i++)
        {
            var (wanted, given) = (Template[i], segments[i]);

            if (wanted[0] != '{' ? wanted != given : given.Length == 0 || (IsNumber(wanted) && !given.All(char.IsAsciiDigit)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(string name) => name.EndsWith("number}", StringComparison.Ordinal) || name.EndsWith("id}", StringComparison.Ordinal);
}
