using Hotfix.Builds;
using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Gate;
using Hotfix.Releases;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>What start makes: decided from release, tags, files and the versions given out, before anything is written.</summary>
/// <param name="Fix">Null where there is a refusal.</param>
/// <param name="Refusal">What stands in the way, in one sentence or a few.</param>
internal sealed record StartChosen(Fix? Fix, Values<TextChange> Files, PullRequestWritten? Text, string? Refusal)
{
    public static StartChosen No(string why) => new(null, [], null, why);
}

/// <summary>The steps of start: choose and claim a version; then branches, commit and pull request under it; then say so. Source: the design, "Branches".</summary>
internal static class Starting
{
    /// <summary>UTF-16 units: what the journal holds of the files. A version and a few lines need a thousandth of it.</summary>
    private const int MaxChange = 100_000;

    public static StartChosen Choose(CommandCall call)
    {
        var (code, rules) = (call.Facts.Code!, call.Profile.Branches);

        if (code.Source.Refusal is { } none)
        {
            return StartChosen.No(none);
        }

        if (code.Commit is not { } commit)
        {
            return StartChosen.No(Replies.NoSuchTag(code.Source.Tag));
        }

        var version = VersionChoice.Choose(new(
            code.Source.Tag, rules.Version, rules.Store is not null, call.Command.Flag("version"), code.Tags, code.Registry.Claims, code.StoreKnown, rules.Tag));

        if (version.Version is not { } semantic)
        {
            return StartChosen.No(version.Refusal ?? "");
        }

        var slug = call.Command.Flag("name") is { } name ? BranchNames.Slug(name) : BranchNames.Slug(call.Issue.Report.Title);
        var branch = BranchNames.Of(rules.Branch, semantic, slug, DateOnly.FromDateTime(call.Facts.Now.UtcDateTime), call.Current.Issue.Number);

        return branch.Name is not { } branchName
            ? StartChosen.No(branch.Refusal ?? "")
            : With(call, new(
                code.Source.Tag,
                commit,
                new(semantic, version.Store, call.Current.Issue.Number, call.Facts.Now),
                TagPattern.Of(rules.Tag).TagOf(semantic),
                code.Source.Base,
                branchName,
                null,
                null,
                PinnedTemplate.Of(code.Template.Name, code.Template.Text),
                call.Facts.Now,
                call.Given.By.Login,
                Why: $"From {Quote.Code(code.Source.Tag)}, because {code.Source.Why}. {version.Why}".TrimEnd() + (Dispatching.Omission(call.Current, call.Profile) is { Length: > 0 } omission ? $" {omission}" : "")));
    }

    public static Ruling Begin(CommandCall call)
    {
        var chosen = Choose(call);

        return new Ruling.Done(call.Current, [new ClaimVersion(call.Current.Issue, call.Facts.Code!.Registry.Revision, chosen.Fix!)], $"start of {chosen.Fix!.Version!.Version}", null, NextStep.Start);
    }

    /// <summary>Under the version that was given out; where somebody else was faster, another one is chosen.</summary>
    public static Follow Then(CommandCall call)
    {
        if (call.Current.Fix is not { Version: not null } fix)
        {
            return Choose(call) is { Refusal: { } taken } ? new(CommandDecision.Refusing(call, taken)) : Again(call);
        }

        return With(call, fix) switch
        {
            { Text: { } text } made => new(Making(call, fix, made.Files, text), NextStep.Started),
            var none => new([], NextStep.TakeBack, none.Refusal ?? ""),
        };
    }

    /// <summary>All is there: somebody is asked to take it, and the state says so.</summary>
    public static Follow Done(CommandCall call)
    {
        var next = call.Current with { State = call.Current.State.Following(call.Current.Fix, call.Current.Gate) };
        Effect[] asked = call.Current is { Owner.Login: { } owner, Fix.Pull: { } pull } ? [new AssignPullRequest(call.Current.Issue, pull.Number, owner)] : [];

        return new([.. asked, call.Remembering(next), .. CommandDecision.Finishing(call), new AskVerdict(call.Current.Issue, call.Facts.Now + call.Facts.Settle), .. Dispatching.Of(call.Current, call.Profile)], NextStep.Retriage);
    }

    /// <summary>All that would be made.</summary>
    public static Values<Effect> Rehearse(CommandCall call) => Choose(call) is { Fix: { } fix, Text: { } text } chosen
        ? [new ClaimVersion(call.Current.Issue, 0, fix), .. Making(call, fix, chosen.Files, text)]
        : [];

    private static Values<Effect> Making(CommandCall call, Fix fix, Values<TextChange> files, PullRequestWritten text)
    {
        var issue = call.Current.Issue;
        Effect[] line = call.Facts.Code!.Source.IsLine ? [new CreateBranch(issue, fix.Base, fix.FromCommit, false)] : [];

        return
        [
            .. line,
            new CreateBranch(issue, fix.Branch, fix.FromCommit, true),
            new CommitFiles(issue, fix.Branch, fix.FromCommit, (call.Profile.Branches.VersionMessage ?? "chore: version {version}").Replace("{version}", fix.Version!.Version, StringComparison.Ordinal), files),
            new OpenPullRequest(issue, text.Title!, text.Text!, fix.Branch, fix.Base),
        ];
    }

    private static Follow Again(CommandCall call) => Begin(call) is Ruling.Done { Effects: var effects } ? new(effects, NextStep.Start) : new([]);

    /// <summary>The files and the text under a version and a branch that are known.</summary>
    private static StartChosen With(CommandCall call, Fix fix)
    {
        var (code, rules, version) = (call.Facts.Code!, call.Profile.Branches, fix.Version!);
        var texts = code.Files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var edited = VersionFiles.Edit(rules, texts, version.Version, version.Store);

        if (edited.Missed.Count > 0)
        {
            return StartChosen.No(string.Join(' ', edited.Missed));
        }

        Values<EditedFile> files = rules.Changelog is { } changelog
            ? [.. edited.Files, new(changelog, Changelog.Stub(texts.GetValueOrDefault(changelog), version.Version, DateOnly.FromDateTime(fix.At.UtcDateTime), call.Current.Issue.Number, call.Issue.Report.Title))]
            : edited.Files;
        Values<TextChange> changes = [.. files.Select(file => TextChanges.Of(code.Files.FirstOrDefault(known => known.Path == file.Path), file)).OfType<TextChange>()];

        if (changes.Sum(change => change.Inserted.Length) > MaxChange)
        {
            return StartChosen.No(Replies.TooMuchToCommit);
        }

        if (changes.Count == 0)
        {
            return StartChosen.No(Replies.NothingToCommit);
        }

        var text = PullRequestText.Write(
            code.Template.Text,
            new(call.Current.Issue.Number, call.Issue.Report.Title, call.Current.Assessment!, call.Profile, version.Version, fix.Branch, fix.Base, fix.From, call.Current.Owner?.Login, version.Store));

        return text.Text is null ? StartChosen.No(text.Refusal ?? "") : new(fix with { Template = Checklist.Pin(code.Template.Name, code.Template.Text, text.Text, call.Profile, call.Current.Assessment!.Severity) }, changes, text, null);
    }
}
