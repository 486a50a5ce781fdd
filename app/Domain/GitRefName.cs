namespace Hotfix.Domain;

/// <summary>What git and GitHub take as the name of a branch or a tag. Source: git-check-ref-format(1); GitHub also refuses what could be a commit's id.</summary>
internal static class GitRefName
{
    /// <summary>A file of the name, with <c>.lock</c> after it, has to fit in a folder.</summary>
    private const int MaxCharacters = 200;

    private const int IdCharacters = 40;

    /// <summary>Why the name is not taken, as the end of a sentence; null when it is.</summary>
    public static string? Objection(string name) => name switch
    {
        "" => "is empty",
        "@" or "HEAD" => "is a word of git's own",
        { Length: > MaxCharacters } => $"is longer than {MaxCharacters} characters",
        ['-', ..] => "begins with a hyphen",
        { Length: IdCharacters } when name.All(char.IsAsciiHexDigit) => "could be the id of a commit",
        _ when name.FirstOrDefault(IsForbidden) is var character and not '\0' => char.IsControl(character) || character is ' ' ? "has a blank or a control character in it" : $"has {character} in it",
        _ when name.Contains('\0', StringComparison.Ordinal) => "has a blank or a control character in it",
        _ when name.Contains("..", StringComparison.Ordinal) => "has two dots in a row",
        _ when name.Contains("@{", StringComparison.Ordinal) => "has @{ in it",
        _ when name.EndsWith('.') => "ends with a dot",
        _ when name.Split('/').Contains("") => "begins or ends with a slash, or has two in a row",
        _ when name.Split('/').Any(part => part[0] == '.') => "has a part that begins with a dot",
        _ when name.Split('/').Any(part => part.EndsWith(".lock", StringComparison.Ordinal)) => "has a part that ends with .lock",
        _ => null,
    };

    private static bool IsForbidden(char character) => char.IsControl(character) || char.IsWhiteSpace(character) || character is '~' or '^' or ':' or '?' or '*' or '[' or '\\';
}
