using System.Globalization;
using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>What commands bring about beside branches and pull requests. All of it can be done twice. Errors: those of <see cref="IIssues"/> and of the store.</summary>
internal sealed class CommandEffects(IIssues issues, Roster roster, Inbox inbox)
{
    /// <summary>Answers that are remembered, to be folded away by the next of their kind; likewise commands that can be taken back.</summary>
    private const int Most = 30;

    public async Task<Performed> AskAsync(AskCommands ask, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        for (var at = 0; at < ask.Commands.Count; at++)
        {
            await inbox.ReceiveAsync(Derived.CommandOf(ask.Issue, ask.Commands[at] with { Snapshot = ask.Commands[at].Snapshot ?? ask.Snapshot }, string.Create(CultureInfo.InvariantCulture, $"{ask.Cause}-{at:D2}")), cancellationToken);
        }

        return new($"{ask.Commands.Count} asked for", null, hotfix);
    }

    public async Task<Performed> ReactAsync(React react, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await issues.ReactAsync(react.On, react.Comment, react.Reaction, cancellationToken);

        return new("marked", null, hotfix);
    }

    public async Task<Performed> AnswerAsync(GiveAnswer answer, Domain.Hotfix? hotfix, bool look, CancellationToken cancellationToken)
    {
        var marker = $"<!-- hotfix:answer {answer.Id} -->";
        var given = (look ? await issues.FindAnswerAsync(answer.On, marker, cancellationToken) : null) ?? await issues.PostAnswerAsync(answer.On, $"{marker}\n{answer.Body}", cancellationToken);
        var older = hotfix?.Answers.Where(known => known.On == answer.On.Number && known.Question == answer.Question && known.Comment != given.Comment).ToList() ?? [];

        foreach (var old in older)
        {
            await FoldAsync(answer.On.Repository, old.Node, cancellationToken);
        }

        var kept = hotfix?.Answers.Except(older).Append(new(answer.On.Number, answer.Question, given.Comment, given.Node)).Distinct().TakeLast(Most);

        return new("answered", null, hotfix is null ? null : hotfix with { Answers = [.. kept ?? []] });
    }

    public static Performed Remember(Remember remember, Domain.Hotfix hotfix) =>
        new("remembered", remember with { Was = remember.Is, Is = remember.Was }, Memory.Change(hotfix, remember.Was, remember.Is));

    public static Performed Log(LogCommand log, Domain.Hotfix hotfix)
    {
        var at = hotfix.Commands.ToList().FindIndex(known => known.Delivery == log.Command.Delivery);

        return new("kept", null, hotfix with { Commands = [.. (at < 0 ? hotfix.Commands.Append(log.Command) : hotfix.Commands.Select((known, i) => i == at ? log.Command : known)).TakeLast(Most)] });
    }

    /// <summary>Who takes it comes first: when GitHub will not have them, it stays with whoever has it.</summary>
    public Task<Performed> HandOverAsync(HandOver over, Domain.Hotfix hotfix, CancellationToken cancellationToken) => TryAsync(hotfix, async () =>
    {
        if (over.To is { } to && !await issues.AssignAsync(over.Issue, to, cancellationToken))
        {
            return new("not assigned", null, hotfix, Replies.NotAssignable(to));
        }

        if (over.From is { } from)
        {
            await issues.UnassignAsync(over.Issue, from, cancellationToken);
            await roster.ReleaseAsync(over.Issue, from, cancellationToken);
        }

        if (over.To is { } taker)
        {
            await roster.ClaimAsync(over.Issue, taker, null, cancellationToken);
        }

        return new(over.To is null ? "taken off" : $"assigned to {over.To}", new HandOver(over.Issue, over.To, over.From), hotfix);
    });

    public Task<Performed> CloseAsync(CloseIssue close, Domain.Hotfix? hotfix, CancellationToken cancellationToken) => TryAsync(hotfix, async () =>
    {
        await issues.CloseAsync(close.Issue, close.Reason, close.DuplicateOf, cancellationToken);

        return new("closed", new ReopenIssue(close.Issue), hotfix);
    });

    public Task<Performed> ReopenAsync(ReopenIssue reopen, Domain.Hotfix? hotfix, CancellationToken cancellationToken) => TryAsync(hotfix, async () =>
    {
        await issues.ReopenAsync(reopen.Issue, cancellationToken);

        return new("opened again", null, hotfix);
    });

    /// <summary>The new answer is what was asked for; an old one that cannot be folded away is no reason to fail.</summary>
    private async Task FoldAsync(Repository repository, string node, CancellationToken cancellationToken)
    {
        try
        {
            await issues.MinimizeAsync(repository, node, cancellationToken);
        }
        catch (RefusedException)
        {
            // It stays unfolded.
        }
    }

    /// <summary>What GitHub will not have done is told the person who asked; that the issue is gone is told nobody.</summary>
    private static async Task<Performed> TryAsync(Domain.Hotfix? hotfix, Func<Task<Performed>> deed)
    {
        try
        {
            return await deed();
        }
        catch (RefusedException refused) when (refused.Status is not (404 or 410))
        {
            return new("refused", null, hotfix, Replies.GitHubRefused(refused.Message));
        }
    }
}
