using System.Globalization;
using Hotfix.Commands;
using Hotfix.Commands.Reading;
using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;
using Hotfix.Triage;

namespace Hotfix.Handlers.Facts;

/// <summary>Reads what the decision about a command looks at. Whether the asker may is asked of GitHub each time; no answer is an error, and never a no.</summary>
internal sealed class CommandFactReader(IssueFactReader issues, CodeFactReader code, IPeople people, IPullRequests pulls, IIssues tracker, Journal journal, FreezeLedger freezes, IDocuments documents, WorkOptions options, TimeProvider time)
{
    public async Task<CommandFacts> ReadAsync(CommandAsked asked, Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken)
    {
        var given = asked.Command;
        var repository = asked.Issue.Repository;
        var command = CommandReader.Read(given.Line, [.. Registry.Verbs.Select(verb => verb.Rule)]).Command;
        var verb = command is null ? null : Registry.Find(command.Verb)?.Rule;
        var facts = await issues.ReadAsync(repository, verb?.LooksForPeople == true && hotfix is not null ? hotfix with { Owner = null } : hotfix, head, cancellationToken);
        var rule = verb is null ? null : facts.Process.Profile.Commands.GetValueOrDefault(verb.Name);

        // Whether it may be done is decided by the first step; the others only go on with it.
        var isFirst = head.Then == NextStep.None;
        var isOpenToAll = given.IsAutomatic || !isFirst || (verb is null or { Needs: RepositoryRole.None } && rule is null);
        var role = isOpenToAll ? RepositoryRole.None : await people.RoleAsync(repository, given.By.Login, cancellationToken);
        var (teams, unread) = isOpenToAll || rule is null || role >= rule.Role || rule.People.Contains(given.By.Login, StringComparer.OrdinalIgnoreCase)
            ? ([], null)
            : await TeamsAsync(repository, rule, given.By.Login, cancellationToken);

        // Who may nothing is not worth more than these calls; the verb itself has the last word.
        if (!isOpenToAll && verb is not null && !Standing.IsAllowed(rule, verb.Needs < RepositoryRole.Triage ? verb.Needs : RepositoryRole.Triage, role, teams, given.By.Login))
        {
            return new(facts, role, teams, null, null, [], null, time.GetUtcNow(), Unread: unread);
        }

        return new(
            facts,
            role,
            teams,
            isFirst && given.IsOnPull && verb is { IsQuestion: false } ? (await pulls.ReadAsync(repository, given.On.Number, cancellationToken))?.Head : null,
            await ReportAsync(asked.Issue, cancellationToken),
            verb?.LooksBack == true || head.Then is NextStep.TakeBack ? await journal.ReadAsync(asked.Issue, cancellationToken) : [],
            !isFirst || command is null || verb is null ? null : await OtherAsync(repository, command, verb, cancellationToken),
            time.GetUtcNow(),
            verb?.LooksAtCode == true && (head.Then is NextStep.None or NextStep.Start) ? await code.ReadAsync(asked.Issue, command!, hotfix, facts.Process.Profile, cancellationToken) : null,
            head.Refusal,
            unread,
            verb?.LooksAtFreeze == true ? await freezes.ReadAsync(repository, time.GetUtcNow(), cancellationToken) : null,
            verb?.LooksAtFollowUps == true && hotfix?.Gate is { } gate ? await FollowUpsAsync(repository, gate, cancellationToken) : [],
            options.Settle);
    }

    /// <summary>Of the rule's teams, one that the asker is in; and one that GitHub does not let us ask about, which says nothing of whether they are in it.</summary>
    private async Task<(Values<string> Teams, string? Unread)> TeamsAsync(Repository repository, CommandRule rule, string login, CancellationToken cancellationToken)
    {
        string? unread = null;

        foreach (var team in rule.Teams)
        {
            try
            {
                if (await people.IsInTeamAsync(repository, team, login, cancellationToken))
                {
                    return ([team], null);
                }
            }
            catch (RefusedException)
            {
                unread = team;
            }
        }

        return ([], unread);
    }

    private async Task<Report?> ReportAsync(IssueId issue, CancellationToken cancellationToken) =>
        await documents.FindAsync(OrderingKeys.OfIssue(issue.Repository.Id, issue.Number), Rows.Report, cancellationToken) is { } found ? StateJson.Read(found.Body, StateJson.Default.Report) : null;

    /// <summary>One call each; one that somebody deleted asks for nothing any more.</summary>
    private async Task<Values<FollowUpState>> FollowUpsAsync(Repository repository, GateState gate, CancellationToken cancellationToken)
    {
        var states = new List<FollowUpState>();

        foreach (var given in gate.Overrides)
        {
            if (given.FollowUp is { } number && await tracker.FindIssueAsync(new(repository, number), cancellationToken) is { } found)
            {
                states.Add(new(number, given.Item, given.By, found.IsOpen, found.ClosedBy));
            }
        }

        return [.. states];
    }

    private async Task<OtherIssue?> OtherAsync(Repository repository, Command command, VerbRule verb, CancellationToken cancellationToken)
    {
        var at = verb.Forms.Where(form => form.Arguments.Count == command.Arguments.Count).Select(form => form.Arguments.ToList().FindIndex(argument => argument.Kind == ArgumentKind.Issue)).FirstOrDefault(found => found >= 0, -1);

        return at >= 0 && await tracker.FindIssueAsync(new(repository, int.Parse(command.Arguments[at], CultureInfo.InvariantCulture)), cancellationToken) is { } found
            ? new(found.Id, found.Number, found.IsPullRequest)
            : null;
    }
}
