namespace Hotfix.GitHub.Calls;

/// <summary>
/// A step on a call's way to GitHub. Steps are stacked in <see cref="GitHubClient"/>; each does one thing and passes the call on.
/// <para>Errors: <see cref="Ports.PostponedException"/> and <see cref="Ports.UnavailableException"/>. An answer of any status is an answer; what it means is
/// said by <see cref="Verdict"/>.</para>
/// </summary>
internal interface ICalls
{
    Task<Answer> SendAsync(Call call, CancellationToken cancellationToken);
}
