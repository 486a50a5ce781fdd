using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Triage.Owners;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Configs;

/// <summary>
/// A repository's CODEOWNERS: read when a profile first asks for it, then from the store until a push changes it or a day has passed.
/// <para>Errors: those of <see cref="IFiles"/>. A file GitHub will not give is none.</para>
/// </summary>
internal sealed class CodeOwnersCache(IDocuments documents, IFiles files, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public async Task<CodeOwnersFile?> OfAsync(Repository repository, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(ConfigRows.Of(repository), ConfigRows.CodeOwners, cancellationToken);

        var known = found is null ? null : StateJson.Read(found.Body, StateJson.Default.StoredCodeOwners);

        if (known is not null && time.GetUtcNow() - known.ReadAt < Fresh)
        {
            return Parse(known.Text);
        }

        string? text;

        try
        {
            text = await ReadAsync(repository, cancellationToken);
        }
        catch (Exception wrong) when (wrong is UnavailableException or PostponedException && known is not null)
        {
            return Parse(known.Text);
        }

        await documents.WriteAsync(ConfigRows.Of(repository), [new Set(ConfigRows.CodeOwners, StateJson.Write(new(text, time.GetUtcNow()), StateJson.Default.StoredCodeOwners))], cancellationToken);

        return Parse(text);
    }

    public Task ForgetAsync(Repository repository, CancellationToken cancellationToken) =>
        documents.WriteAsync(ConfigRows.Of(repository), [new Delete(ConfigRows.CodeOwners, null)], cancellationToken);

    private static CodeOwnersFile? Parse(string? text) => text is null ? null : CodeOwnersFile.Parse(text);

    /// <summary>The first of the three places that has one, as GitHub has it.</summary>
    private async Task<string?> ReadAsync(Repository repository, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var path in WatchedFiles.CodeOwners)
            {
                if (await files.ReadAsync(repository, path, null, cancellationToken) is { } file)
                {
                    return file.Text;
                }
            }
        }
        catch (RefusedException)
        {
            // Too large, no text, or not ours to see: triage does without it.
        }

        return null;
    }
}
