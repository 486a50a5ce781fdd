using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>A verdict in one line: <c>3 of 7 open: reviewed, tests, root cause</c>. There is no Markdown in a title.</summary>
internal static class GateTitle
{
    private const int LongestName = 30;

    public static string Of(Verdict verdict, int mostNames)
    {
        var open = verdict.Items.Where(item => item.Finding.Standing < ItemStanding.Overridden).OrderBy(item => item.Finding.Standing).ToList();
        var count = verdict.Items.Count;
        var shut = string.Join(" and ", new[] { verdict.Hold is { } hold ? $"held by {Quote.Plain(hold.By)}" : null, verdict.Freeze is null ? null : "frozen" }.OfType<string>());
        var items = (count, open.Count) switch
        {
            (_, 0) when verdict.Problems.Count > 0 => "Not as it was started",
            (0, _) => "Nothing is asked for",
            (_, 0) => $"All {count} closed{(verdict.Items.Count(item => item.Override is not null) is var passed and > 0 ? $", {passed} by override" : "")}",
            _ => $"{open.Count} of {count} open: {Names([.. open.Select(Name)], mostNames)}",
        };

        return shut.Length == 0 ? items : open.Count == 0 ? $"{items}, but {shut}" : $"{char.ToUpperInvariant(shut[0])}{shut[1..]}; {items}";
    }

    private static string Name(JudgedItem item)
    {
        var name = item.Pinned.Id.Length > 0 ? item.Pinned.Id.Replace('_', ' ') : item.Pinned.Text;

        return Quote.Plain(name.Length > LongestName ? $"{name[..LongestName]}…" : name);
    }

    private static string Names(IReadOnlyList<string> names, int most) => names.Count <= most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(most))} and {names.Count - most} more";
}
