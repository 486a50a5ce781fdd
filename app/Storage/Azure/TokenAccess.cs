using System.Net.Http.Headers;

namespace Hotfix.Storage.Azure;

/// <summary>A token and when it ends.</summary>
internal sealed record IdentityToken(string Text, DateTimeOffset Until);

/// <summary>A token for the machine's identity, kept until shortly before it ends. Many who want it at the same time share one asking.</summary>
internal sealed class TokenAccess(Func<CancellationToken, Task<IdentityToken>> ask, TimeProvider time) : IAccess, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim asking = new(1);
    private IdentityToken? kept;

    public async ValueTask ProveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsGood(kept))
        {
            await asking.WaitAsync(cancellationToken);

            try
            {
                kept = IsGood(kept) ? kept : await ask(cancellationToken);
            }
            finally
            {
                asking.Release();
            }
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", kept!.Text);
    }

    public void Dispose() => asking.Dispose();

    private bool IsGood(IdentityToken? token) => token is not null && time.GetUtcNow() < token.Until - Early;
}
