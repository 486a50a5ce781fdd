namespace Hotfix.Gate.Kinds;

/// <summary>A fix and nothing else is small. Source: seeds/001, "Keep changes MINIMAL"; seeds/002, "Minimal changes".</summary>
internal sealed class SmallDiffEvidence() : Evidence(new("small-diff", "small-diff(lines, files)", "At most so many lines are added and removed, in at most so many files. What `gate.generated` means is left out."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 2, 2) ?? Arguments.Number(Rule, call, 0, 100_000) ?? Arguments.Number(Rule, call, 1, 10_000);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        var (most, mostFiles) = (Arguments.At(call, 0), Arguments.At(call, 1));
        var generated = Touching.Of(facts.Pull, facts.Profile.Gate.Generated).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var files = facts.Pull.Files.Where(file => !generated.Contains(file.Path)).ToList();
        var lines = files.Sum(file => (long)file.Added + file.Removed);
        var size = $"{lines} {(lines == 1 ? "line" : "lines")} in {GateSentences.Count(files.Count, "file", "files")}";

        return lines > most || files.Count > mostFiles
            ? new(ItemStanding.Failing, $"{size}, and at most {GateSentences.Count(most, "line", "lines")} in {GateSentences.Count(mostFiles, "file", "files")} are asked for: leave out what is no part of the fix. The largest: {Touching.Named(files.OrderByDescending(file => file.Added + file.Removed).Take(3).Select(file => file.Path))}.")
            : facts.Pull.IsWhole ? Finding.Closed($"{size}.") : Finding.Open(GateSentences.NotWhole);
    }
}
