using Hotfix.Cli.Triage.Fetching;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Ports;
using Hotfix.Profiles;

namespace Hotfix.Cli.Config;

/// <summary>
/// The configuration that counts for a repository on GitHub: its own file, else the one in its owner's repository <c>.github</c>, else the default profile.
/// <para>Errors: <see cref="InputException"/>, one sentence.</para>
/// </summary>
internal static class RepositoryConfig
{
    public static async Task<(string About, ConfigReading Reading)> ReadAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var (rest, token) = PersonalAccess.Read();
        using var files = new PersonFiles(rest, token, TimeProvider.System, Random.Shared);

        try
        {
            foreach (var name in new[] { request.Name, ".github" })
            {
                if (await files.ReadAsync(new Repository(0, 0, request.Owner, name), WatchedFiles.Config, null, cancellationToken) is { } file)
                {
                    var where = $"{request.Owner}/{name}/{WatchedFiles.Config}";

                    return ($"The process of {request}: {where}.", ConfigReader.Read(file.Text, where));
                }
            }
        }
        catch (RefusedException refused) when (refused.Status == 401)
        {
            throw new InputException("GitHub does not accept the token in GITHUB_TOKEN.", refused);
        }
        catch (Exception wrong) when (wrong is RefusedException or PostponedException or UnavailableException)
        {
            throw new InputException(wrong.Message, wrong);
        }

        return ($"The process of {request}: neither it nor {request.Owner}/.github has a file {WatchedFiles.Config} that {(token is null ? "anybody" : "the token in GITHUB_TOKEN")} may see, so it is the profile {BuiltIns.Default}.", ConfigReader.BuiltIn(BuiltIns.Default));
    }
}
