using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub.Access;

/// <summary>Sends a call in the name of the person whose token it is, or in nobody's: then GitHub shows what is public, 60 times an hour.</summary>
internal sealed class AsPerson(Token? token, ICalls next) : ICalls
{
    public Task<Answer> SendAsync(Call call, CancellationToken cancellationToken) => next.SendAsync(call with { Authorization = token }, cancellationToken);
}
