using System.Text;

namespace Hotfix.Cli.Commands;

/// <summary>A comment from a file or, for <c>-</c>, from standard input: UTF-8, with or without a mark that says so, and no longer than GitHub takes.</summary>
internal static class CommentFile
{
    /// <summary>GitHub's limit; it counts characters of Unicode, of which one has at most four bytes.</summary>
    private const int MaxCharacters = 65_536;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>As it is named to people.</summary>
    public static string Name(string path) => path == "-" ? "standard input" : path;

    /// <exception cref="InputException">It is not there, too long, or no UTF-8; one sentence.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Name(path);
        var bytes = await BytesAsync(path, name, cancellationToken);

        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');

            return text.EnumerateRunes().Count() <= MaxCharacters ? text : throw TooLong(name);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InputException($"'{name}' is no text in UTF-8: the byte at {wrong.Index} does not fit.", wrong);
        }
    }

    /// <summary>Never more than could be a comment, whatever stands behind the name.</summary>
    private static async Task<byte[]> BytesAsync(string path, string name, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"'{path}' is a folder: this takes a file with a comment.");
        }

        try
        {
            await using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            var bytes = new byte[(4 * MaxCharacters) + 4];
            var length = await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);

            return length < bytes.Length ? bytes[..length] : throw TooLong(name);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{name}' cannot be read: {wrong.Message}", wrong);
        }
    }

    private static InputException TooLong(string name) => new($"'{name}' is too long: a comment has at most {MaxCharacters:#,0} characters.");
}
