namespace Hotfix.GitHub.Calls;

/// <summary>
/// Follows redirects (a renamed or transferred repository) with the method and body as they were, at most three. <see cref="HttpClient"/> would drop the
/// authorisation even towards the same host and turn a POST into a GET. Credentials go to the API's own host only.
/// </summary>
internal sealed class Redirected(GitHubUrl url, ICalls next) : ICalls
{
    private const int MaxRedirects = 3;

    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var answer = await next.SendAsync(call, cancellationToken);

        for (var redirects = 0; redirects < MaxRedirects && answer.IsRedirect && answer.Location is { } location; redirects++)
        {
            var target = new Uri(call.Uri, location);

            call = call with { Uri = target, Authorization = url.IsOurs(target) ? call.Authorization : null };
            answer = await next.SendAsync(call, cancellationToken);
        }

        return answer;
    }
}
