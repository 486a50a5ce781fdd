using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>Counts how many lines came and went, by the longest part that both texts have in common, as git does.</summary>
internal static class GitLines
{
    /// <summary>Above so many pairs of lines it is not searched for what moved: all that lies between the first and the last difference counts as changed.</summary>
    private const long MostPairs = 4_000_000;

    public static (int Added, int Removed) Compare(SandboxBlob? before, SandboxBlob? after)
    {
        ReadOnlySpan<string> old = Read(before), @new = Read(after);
        var same = old.CommonPrefixLength(@new);
        old = old[same..];
        @new = @new[same..];

        while (!old.IsEmpty && !@new.IsEmpty && old[^1] == @new[^1])
        {
            old = old[..^1];
            @new = @new[..^1];
        }

        var kept = Common(old, @new);

        return (@new.Length - kept, old.Length - kept);
    }

    private static int Common(ReadOnlySpan<string> old, ReadOnlySpan<string> @new)
    {
        if ((long)old.Length * @new.Length > MostPairs)
        {
            return 0;
        }

        var row = new int[@new.Length + 1];

        foreach (var line in old)
        {
            for (var (at, above) = (1, 0); at < row.Length; at++)
            {
                (above, row[at]) = (row[at], line == @new[at - 1] ? above + 1 : Math.Max(row[at], row[at - 1]));
            }
        }

        return row[^1];
    }

    private static string[] Read(SandboxBlob? blob) => blob is null || blob.Bytes.IsEmpty ? [] : Encoding.UTF8.GetString(blob.Bytes.Span).TrimEnd('\n').Split('\n');
}
