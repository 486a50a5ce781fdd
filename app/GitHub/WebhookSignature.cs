using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Hotfix.GitHub;

/// <summary>
/// Whether a body came from somebody who knows one of the webhook's secrets: HMAC-SHA-256 over the raw bytes, compared in constant time. Several secrets are valid at once, so that one can be rotated.
/// <para>Shape: <c>sha256=</c> and 64 hexadecimal digits. Source: GitHub docs, "Validating webhook deliveries".</para>
/// </summary>
internal sealed class WebhookSignature
{
    private const string Prefix = "sha256=";

    private readonly byte[][] secrets;

    public WebhookSignature(IEnumerable<string> secrets)
    {
        this.secrets = [.. secrets.Select(Encoding.UTF8.GetBytes)];

        if (this.secrets.Length == 0 || this.secrets.Any(secret => secret.Length == 0))
        {
            throw new ArgumentException("A webhook secret must not be empty.", nameof(secrets));
        }
    }

    public bool IsValid(ReadOnlySpan<byte> body, string? header)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];

        if (header is null
            || header.Length != Prefix.Length + (2 * given.Length)
            || !header.StartsWith(Prefix, StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out var written) != OperationStatus.Done
            || written != given.Length)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var valid = false;

        // Every secret is tried, so that the time does not tell which one fits.
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(secret, body, expected);
            valid |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return valid;
    }

    public override string ToString() => "(webhook secrets)";
}
