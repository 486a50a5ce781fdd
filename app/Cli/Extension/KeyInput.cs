using System.Globalization;
using Hotfix.Extension;
using Hotfix.Extension.Crx;
using Microsoft.Win32.SafeHandles;

namespace Hotfix.Cli.Extension;

/// <summary>
/// The private key to sign with: PEM in the environment variable HOTFIX_SIGNING_KEY, or from an open file descriptor. Never from an argument, which others can read in the list of processes, and never written anywhere.
/// </summary>
internal static class KeyInput
{
    public const string Variable = "HOTFIX_SIGNING_KEY";
    private const int MaxBytes = 1 << 16;

    public static async Task<IReadOnlyList<SigningKey>> ReadAsync(string? descriptor, CancellationToken cancellationToken)
    {
        if (descriptor is not null)
        {
            var text = await FromDescriptorAsync(descriptor, cancellationToken);

            try
            {
                return SigningKey.FromPem(text);
            }
            catch (ExtensionException wrong)
            {
                throw new ExtensionException($"From descriptor {descriptor}: {wrong.Message}");
            }
        }

        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } pem
            ? SigningKey.FromPem(pem)
            : throw new ExtensionException($"There is no key to sign with: set {Variable} to the private key's PEM text, or pass an open file descriptor by --key-fd.");
    }

    private static async Task<string> FromDescriptorAsync(string descriptor, CancellationToken cancellationToken)
    {
        if (!int.TryParse(descriptor, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new ExtensionException("--key-fd is the number of an open file descriptor, like 3 in `--key-fd 3 3<key.pem`.");
        }

        try
        {
            using var handle = new SafeFileHandle(number, ownsHandle: false);
            await using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 1);
            var bytes = new byte[MaxBytes];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);

            return System.Text.Encoding.Latin1.GetString(bytes, 0, length);
        }
        catch (Exception wrong) when (wrong is IOException or ArgumentException or UnauthorizedAccessException)
        {
            throw new ExtensionException($"No key can be read from file descriptor {number}: it is not open for reading.");
        }
    }
}
