using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Support;

/// <summary>Hotfixes as the store has them, for tests that need more of them than anybody wants to start by command.</summary>
internal static class Fixes
{
    /// <summary>One that was started, with an open pull request, found by it and among those whose gates are judged.</summary>
    public static async Task StoreAsync(IServiceProvider services, IssueId issue, int pull, string branch = "", string head = "abc")
    {
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var name = branch.Length > 0 ? branch : $"hotfix/{pull}";
        var fix = new Fix("v1.0.0", "def", null, $"v1.0.0-{pull}", "main", name, head, new(pull, PullState.Open, head, "main"), null, at, "maintainer");
        var hotfix = new Hotfix.Domain.Hotfix(issue, HotfixState.InReview, at, null, null, [], [], [], null, Fix: fix);
        await services.GetRequiredService<IssueIndex>().AddAsync(null, hotfix, TestContext.Current.CancellationToken);
        await services.GetRequiredService<IDocuments>().WriteAsync(
            OrderingKeys.OfIssue(issue.Repository.Id, issue.Number), [new DocumentWrite.Insert(Rows.Hotfix, StateJson.Write(hotfix, StateJson.Default.Hotfix))], TestContext.Current.CancellationToken);
    }
}
