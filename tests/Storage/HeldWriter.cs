using Hotfix.Ports;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Storage;

/// <summary>A store whose writer can be held inside a transaction, so that what is asked for meanwhile must gather.</summary>
public abstract class HeldWriter : IDisposable
{
    private readonly StoreFile file = new();
    private readonly ManualResetEventSlim release = new();

    protected HeldWriter() => Store = file.Open();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected SqliteStore Store { get; }

    private protected string FilePath => file.Path;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Release();
            file.Dispose();
            release.Dispose();
        }
    }

    private protected void Release() => release.Set();

    private protected Task<int> Hold(Writer? writer = null) => (writer ?? Store.Writer).RunAsync(
        _ =>
        {
            release.Wait(Token);

            return 0;
        },
        Token);

    private protected Task<BatchOutcome> SetAsync(string row) => Store.Documents.WriteAsync("partition", [new DocumentWrite.Set(row, default)], Token);

    private protected Task<long> CountAsync() => Store.Readers.RunAsync(connection => connection.ReadInteger("SELECT count(*) FROM documents"), Token);
}
