using System.Globalization;
using System.Text;

namespace Hotfix.Extension.Diff;

/// <summary>A difference as Markdown for a pull request. Names and values out of packages stand in code spans only, so that they ping, link and format nothing.</summary>
internal static class DiffMarkdown
{
    private const int MaxRows = 100;

    /// <summary>Characters that are shown before a difference.</summary>
    private const int Around = 30;

    public static string Of(PackageDiff diff, string before, string after)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"### {Code(before)} → {Code(after)}").AppendLine();
        text.AppendLine(diff.MustAgree.Count == 0
            ? "**Permissions**: nobody has to agree to anything new."
            : $"**Permissions**: Chrome disables the extension for everybody who has it until they agree to {string.Join("; ", diff.MustAgree.Select(Code))}.").AppendLine();

        if (diff.Warnings.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"To whoever installs it, Chrome says: {string.Join("; ", diff.Warnings.Select(Code))}.").AppendLine();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"**Size**: {diff.BytesBefore:#,0} → {diff.BytesAfter:#,0} bytes unpacked ({Signed(diff.BytesAfter - diff.BytesBefore)}).").AppendLine();
        Table(text, "No change of the manifest.", "| key | before | after |\n| --- | --- | --- |", [.. diff.Manifest.Select(Row)]);
        Table(text, "No change of the files.", "| file | change | bytes |\n| --- | --- | --- |", [.. diff.Files.Select(Row)]);

        return text.ToString().TrimEnd();
    }

    private static void Table(StringBuilder text, string none, string heading, List<string> rows)
    {
        if (rows.Count == 0)
        {
            text.AppendLine(none).AppendLine();

            return;
        }

        text.AppendLine(heading);
        rows.Take(MaxRows).ToList().ForEach(row => text.AppendLine(row));

        if (rows.Count > MaxRows)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"And {rows.Count - MaxRows:#,0} more.");
        }

        text.AppendLine();
    }

    /// <summary>Of two long texts, what is around their first difference: that is what the row is for.</summary>
    private static string Row(ManifestChange change)
    {
        var (before, after) = (change.Before, change.After);
        var same = before is null || after is null ? 0 : before.AsSpan().CommonPrefixLength(after);

        return same > Around ? $"| {Code(change.Key)} | {Code(From(before!))} | {Code(From(after!))} |" : $"| {Code(change.Key)} | {Code(before)} | {Code(after)} |";

        string From(string text) => Math.Max(before!.Length, after!.Length) > Around * 3 ? "…" + text[(same - Around + (char.IsLowSurrogate(text[same - Around]) ? 1 : 0))..] : text;
    }

    private static string Row(FileChange change) => (change.Before, change.After) switch
    {
        (null, { } now) => string.Create(CultureInfo.InvariantCulture, $"| {Code(change.Path)} | new | {now:#,0} |"),
        ({ } was, null) => string.Create(CultureInfo.InvariantCulture, $"| {Code(change.Path)} | gone | {was:#,0} |"),
        var (was, now) => string.Create(CultureInfo.InvariantCulture, $"| {Code(change.Path)} | changed | {was:#,0} → {now:#,0} |"),
    };

    private static string Signed(long bytes) => bytes.ToString("+#,0;-#,0;±0", CultureInfo.InvariantCulture);

    /// <summary>A code span around what may hold backticks (CommonMark, "Code spans") and, in a table, bars.</summary>
    private static string Code(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text is null ? "" : "(empty)";
        }

        var shown = Shown.Of(text).Replace("|", @"\|", StringComparison.Ordinal);
        var (longest, run) = (0, 0);

        foreach (var character in shown)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);

        return longest == 0 ? $"{fence}{shown}{fence}" : $"{fence} {shown} {fence}";
    }
}
