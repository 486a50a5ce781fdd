namespace Hotfix.Triage.Words;

/// <summary>Whether a text is a <see cref="Phrase"/> that can match something, and at a bounded cost: each gap multiplies the ways in which a sentence may fit.</summary>
internal static class PhraseText
{
    private const int MaxCharacters = 1000;
    private const int MaxParts = 10;
    private const int MaxGaps = 3;

    /// <summary>What is wrong with it, as it follows "this"; null for nothing.</summary>
    public static string? Fault(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return parts switch
        {
            _ when text.Length > MaxCharacters => $"has more than {MaxCharacters} characters",
            [] => "holds no word",
            ["*" or "**", ..] or [.., "*" or "**"] => "begins or ends with *, which stands between words",
            _ when parts.Zip(parts.Skip(1)).Any(pair => IsGap(pair.First) && IsGap(pair.Second)) => "has two * in a row; ** lets up to eight words stand between",
            _ when parts.Count(IsGap) > MaxGaps => $"has more than {MaxGaps} *",
            _ when parts.Count(part => !IsGap(part)) > MaxParts => $"has more than {MaxParts} words",
            _ => parts.Where(part => !IsGap(part)).SelectMany(part => part.Split('|')).Select(Form).FirstOrDefault(fault => fault is not null),
        };
    }

    private static string? Form(string form) => form switch
    {
        "" => "has a | with no word on one side",
        "~" => "has a ~ without a word",
        _ when form.Contains('*', StringComparison.Ordinal) => "has a * inside a word; it stands alone, between words",
        _ when form.AsSpan(1, form.Length - 1).TrimEnd('~').Contains('~') || form.EndsWith("~~", StringComparison.Ordinal) || (form[0] == '~' && form[^1] == '~') => "has a ~ that is neither the first nor the last letter of a word",
        _ => null,
    };

    private static bool IsGap(string part) => part is "*" or "**";
}
