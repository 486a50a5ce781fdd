using Hotfix.Builds.Reading;
using Hotfix.Cli.Extension;
using Hotfix.Extension;
using Hotfix.Http;

namespace Hotfix.Cli.Reporting;

/// <summary>A report that somebody wrote, read by the same rules as the App reads it, so that what is wrong is said where it was made.</summary>
internal static class ReportFile
{
    /// <exception cref="InputException">One sentence.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await InputFile.ReadAsync(path, cancellationToken);

            return bytes.Length > BuildEndpoint.MaxBodyBytes ? throw new InputException($"'{path}' has {bytes.Length:#,0} bytes; a report has at most {BuildEndpoint.MaxBodyBytes:#,0}.")
                : ReportReader.Read(bytes).Objection is { } wrong ? throw new InputException($"'{path}': {wrong}")
                : bytes;
        }
        catch (ExtensionException wrong)
        {
            throw new InputException(wrong.Message, wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read: {wrong.Message}", wrong);
        }
    }
}
