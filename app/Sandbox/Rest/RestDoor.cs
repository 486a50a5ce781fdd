namespace Hotfix.Sandbox.Rest;

/// <summary>What every request must get past before its route answers, in GitHub's order. Null means: come in.</summary>
internal static class RestDoor
{
    private static readonly string[] Versions = ["2022-11-28", "2026-03-10"];

    /// <summary>What is wrong with the request whoever sends it.</summary>
    public static RestAnswer? Refuse(RestRequest request)
    {
        if (request.Headers.UserAgent.Count == 0)
        {
            return RestErrors.NoUserAgent;
        }

        return request.Headers["X-GitHub-Api-Version"] is [{ } version] && !Versions.Contains(version)
            ? RestErrors.Refuse(
                400,
                $"The version you specified in the \"X-GitHub-API-Version\" request header, \"{version}\", is not a supported version. "
                + $"The following versions are currently supported: {string.Join(", ", Versions.Select(one => $"\"{one}\""))} (most recent).")
            : null;
    }

    /// <summary>Who sends it. Sets the request's token.</summary>
    public static RestAnswer? Authenticate(RestRequest request, SandboxState state)
    {
        var credentials = Credentials(request.Headers.Authorization.ToString());

        if (request.Route!.Access is RestAccess.App)
        {
            return AppJwt.Refuse(credentials, state);
        }

        if (credentials is null)
        {
            return request.Route.Access is RestAccess.Anybody or RestAccess.Public ? null : RestErrors.RequiresAuthentication;
        }

        var token = state.Tokens.Find(credentials);
        request.Token = token;
        return token is null ? RestErrors.BadCredentials : null;
    }

    /// <summary>Which repository it is about. One that the token does not cover does not exist, as far as the answer tells.</summary>
    public static RestAnswer? FindRepository(RestRequest request, SandboxState state)
    {
        if (request.Route!.Access is RestAccess.Account)
        {
            return IsOthers(request) ? RestErrors.NotFound : Permit(request);
        }

        if (request.Route.Access is not (RestAccess.Installation or RestAccess.Public))
        {
            return null;
        }

        var byId = request.Segments[0] == "repositories";
        var repository = byId ? state.FindRepository(request.Number("repository_id")) : state.FindRepository(request["owner"], request["repo"]);

        if (repository is null || request.Token?.Covers(repository) == false)
        {
            return RestErrors.NotFound;
        }

        request.Repository = repository;

        return Permit(request) ?? (byId || repository.Name.Equals(request["repo"], StringComparison.OrdinalIgnoreCase)
            ? null
            : RestErrors.Moved(request.Method, $"{state.Api}/repositories/{repository.Id}/{request.BelowRepository}{request.Query}"));
    }

    /// <summary>Whether it is about an account that the installation is not on.</summary>
    private static bool IsOthers(RestRequest request) =>
        request.Route!.Template.Contains("{org}") && request.Token?.Installation is { } installation && !installation.Account.Login.Equals(request["org"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token may. What a route needs is written as GitHub writes it: alternatives parted by <c>;</c>.</summary>
    private static RestAnswer? Permit(RestRequest request) =>
        request.Route!.Needs is not { } needed || request.Token is not { } token || needed.Split("; ").Any(one => one.Split('=') is [var permission, var access] && token.Allows(permission, access))
            ? null
            : RestErrors.Forbidden with { Accepted = needed };

    /// <summary>GitHub takes <c>Bearer</c> and, of old, <c>token</c>.</summary>
    private static string? Credentials(string authorization) =>
        authorization.Split(' ', 2) is [var scheme, var value]
        && (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || scheme.Equals("token", StringComparison.OrdinalIgnoreCase))
            ? value
            : null;
}
