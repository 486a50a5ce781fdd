using System.Security.Cryptography;

namespace Hotfix.Extension.Crx;

/// <summary>An extension's id: the first 16 bytes of the SHA-256 of its public key (DER SubjectPublicKeyInfo), each half byte a letter from <c>a</c> to <c>p</c> (Chromium, components/crx_file/id_util.cc).</summary>
internal static class ExtensionId
{
    public const int Bytes = 16;
    private const int Letters = 2 * Bytes;

    public static string Of(ReadOnlySpan<byte> publicKey) => FromBytes(SHA256.HashData(publicKey).AsSpan(0, Bytes));

    public static string FromBytes(ReadOnlySpan<byte> id)
    {
        Span<char> letters = stackalloc char[2 * id.Length];

        for (var at = 0; at < id.Length; at++)
        {
            letters[2 * at] = (char)('a' + (id[at] >> 4));
            letters[(2 * at) + 1] = (char)('a' + (id[at] & 15));
        }

        return new(letters);
    }

    public static bool IsOne(string text) => text.Length == Letters && text.All(letter => letter is >= 'a' and <= 'p');
}
