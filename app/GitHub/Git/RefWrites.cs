using System.Net;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Git;

/// <summary>
/// Sends what makes commits, and makes or moves a branch. Where a commit's workflows are not those of the branches there are, GitHub takes it only from who may change workflows, and says
/// so: then it is sent once more with a token that may, and only then. What was turned down was not done.
/// <para>Source: GitHub's header <c>x-accepted-github-permissions</c>; reference/github-api.md, section 4, pitfall W.</para>
/// </summary>
internal sealed class RefWrites(ICalls calls)
{
    /// <param name="byHand">What people can do themselves, as it fits after "or".</param>
    /// <exception cref="RefusedException">Also where the installation has not accepted that permission.</exception>
    public async Task<Answer> SendAsync(Call call, string byHand, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(call with { Grant = Grant.Branches }, cancellationToken);

        if (answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound) || answer.Header("x-accepted-github-permissions")?.Contains("workflows", StringComparison.OrdinalIgnoreCase) != true)
        {
            return answer;
        }

        try
        {
            return await calls.SendAsync(call with { Grant = Grant.Workflows }, cancellationToken);
        }
        catch (RefusedException refused) when (refused.Status == (int)HttpStatusCode.UnprocessableEntity) // no such token: a call itself throws no refusal
        {
            throw new RefusedException(
                (int)answer.Status,
                $"GitHub refused to {call.What}, because the workflows (.github/workflows) of that commit are not those of the branches there are, and the App may not bring workflows in; grant the App \"Workflows: write\" and accept that in its installation, or {byHand}.");
        }
    }
}
