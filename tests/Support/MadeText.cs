namespace Hotfix.Tests.Support;

/// <summary>
/// A part of a page that is made from the program. It stands between <c>&lt;!-- name: made … --&gt;</c> and <c>&lt;!-- /name --&gt;</c>, which nobody sees; with HOTFIX_WRITE_DOCS=1 it is written instead.
/// </summary>
internal static class MadeText
{
    /// <summary>Parts of one page are written by different tests.</summary>
    private static readonly Lock Writing = new();

    public static void Check(string page, string name, string made)
    {
        using var writing = Writing.EnterScope();
        var text = File.ReadAllText(Repo.File(page)).ReplaceLineEndings("\n");
        var (start, end) = Find(text, name);

        if (Environment.GetEnvironmentVariable("HOTFIX_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Repo.File(page), $"{text[..start]}\n{made}\n\n{text[end..]}");
        }
        else
        {
            Assert.Equal(made, text[start..end].Trim('\n'));
        }
    }

    /// <summary>Where it begins, after the line that names it, and where it ends.</summary>
    private static (int Start, int End) Find(string text, string name)
    {
        var start = text.IndexOf($"<!-- {name}: made", StringComparison.Ordinal);
        var end = text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"The page has no part '{name}'.");

        return (text.IndexOf('\n', start) + 1, end);
    }
}
