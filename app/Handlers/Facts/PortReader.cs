using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Ports;

namespace Hotfix.Handlers.Facts;

/// <summary>
/// Whether a change applies to the branches it must reach: computed once for each pair of newest commits, from three texts of each file. Errors: those of <see cref="IGit"/>.
/// </summary>
internal sealed class PortReader(IGit git)
{
    /// <summary>A hotfix that changes more files than this is none; whether it applies is for a person to see.</summary>
    private const int MaxFiles = 30;

    public async Task<Values<PortCheck>> ReadAsync(
        Repository repository, Fix fix, GateNeeds needs, PullEvidence pull, Values<PortCheck> known, BranchRules rules, CancellationToken cancellationToken)
    {
        var ports = new List<PortCheck>();

        foreach (var name in needs.Branches)
        {
            var target = name.Length == 0 || name == pull.Default?.Name ? pull.Default : await git.CommitOfAsync(repository, $"heads/{name}", cancellationToken) is { } tip ? new(name, tip) : null;

            if (target is not null && target.Name != pull.Base)
            {
                ports.Add(known.FirstOrDefault(port => port.Branch == target.Name && port.Head == pull.Head && port.Target == target.Commit)
                    ?? new(target.Name, pull.Head, target.Commit, await ConflictsAsync(repository, fix, pull, target, rules, cancellationToken)));
            }
        }

        return [.. ports];
    }

    private async Task<Values<string>> ConflictsAsync(Repository repository, Fix fix, PullEvidence pull, BranchHead target, BranchRules rules, CancellationToken cancellationToken)
    {
        var files = ForwardPort.Files(pull, rules);
        var fork = await git.ForkOfAsync(repository, fix.FromCommit, pull.Head, cancellationToken);

        if (fork is null || files.Count > MaxFiles)
        {
            return [.. files.Select(file => file.Path).Take(MaxFiles)];
        }

        var conflicts = new List<string>();

        foreach (var file in files)
        {
            if (!await AppliesAsync(repository, file, fork, pull.Head, target.Commit, cancellationToken))
            {
                conflicts.Add(file.Path);
            }
        }

        return [.. conflicts];
    }

    /// <summary>Of a file that was renamed, or is no text, a person has to say.</summary>
    private async Task<bool> AppliesAsync(Repository repository, ChangedFile file, string fork, string head, string target, CancellationToken cancellationToken)
    {
        if (file.Change == PathChange.Renamed)
        {
            return false;
        }

        try
        {
            var texts = await Task.WhenAll(new[] { fork, head, target }.Select(commit => git.ReadAsync(repository, file.Path, commit, cancellationToken)));

            return ForwardPort.Applies(texts[0]?.Text, texts[1]?.Text, texts[2]?.Text);
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
