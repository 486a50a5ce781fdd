using System.Collections.Concurrent;
using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// The embedded store: documents and queues in one file, opened once a process. Other processes on this machine may open the same file.
/// <para>Errors: <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal sealed class SqliteStore : IStore
{
    private const int ReaderCount = 4;

    private readonly ConcurrentDictionary<string, SqliteQueue> queues = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private bool disposed;

    private SqliteStore(string file, TimeProvider time, ILogger? logger)
    {
        this.time = time;
        Writer = new Writer(Opening.Writer(file), logger);

        try
        {
            Readers = new Readers(ReaderCount, () => Opening.Reader(file));
        }
        catch
        {
            Writer.Dispose();

            throw;
        }

        Documents = new SqliteDocuments(Writer, Readers);
    }

    public Writer Writer { get; }

    public Readers Readers { get; }

    public IDocuments Documents { get; }

    /// <summary>Opens the file and creates it where it is missing; its folder must exist.</summary>
    /// <exception cref="StoreUnavailableException">One sentence that names the path and says what would be right.</exception>
    public static SqliteStore Open(string path, TimeProvider time, ILogger? logger = null) =>
        string.IsNullOrWhiteSpace(path)
            ? throw new StoreUnavailableException("The store needs the path of a file, such as 'hotfix.db'.")
            : new SqliteStore(Path.GetFullPath(path), time, logger);

    public IQueue Queue(string name) => queues.GetOrAdd(name, (name, store) => new SqliteQueue(name, store.Writer, store.Readers, store.time), this);

    /// <summary>Waits until everything asked for is on disk. The writer goes last: it folds the log into the file.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref disposed, true))
        {
            Readers.Dispose();
            Writer.Dispose();
        }
    }
}
