using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// Opens the connections to the store's file: write-ahead log, every commit synced to disk, and five seconds of patience with another process that writes.
/// <para>Errors: <see cref="StoreUnavailableException"/>, one sentence that names the path and says what would be right.</para>
/// </summary>
internal static class Opening
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The connection that writes. Creates the file and its tables where they are missing; a file that is not ours is left as it was.</summary>
    public static Connection Writer(string path, TimeSpan? patience = null)
    {
        CheckPlace(path);

        return Connect(path, patience ?? Patience, connection =>
        {
            if (connection.IsReadOnly)
            {
                throw new StoreUnavailableException(NotWritable(path));
            }

            Refuse(path, Schema.Objection(connection)); // before anything is changed

            if (LogAhead(connection) != "wal")
            {
                throw new StoreUnavailableException($"The store '{path}' lies where SQLite cannot keep a write-ahead log: choose a path on a local disk.");
            }

            connection.Execute("PRAGMA synchronous = FULL");
            connection.Execute("PRAGMA wal_autocheckpoint = 4000"); // pages; four times the default: what is written often is folded into the file once
            connection.Execute("PRAGMA fullfsync = ON"); // macOS: its plain fsync does not reach the disk
            Refuse(path, Schema.Create(connection)); // another program may have been faster
        });
    }

    /// <summary>A connection that only reads, and sees what is committed.</summary>
    public static Connection Reader(string path) => Connect(path, Patience, connection => connection.Execute("PRAGMA query_only = ON"));

    /// <summary>
    /// Two who switch a new file at once lock each other out, and SQLite tells one without waiting. Source: sqlite.org, "sqlite3_busy_handler", on deadlocks.
    /// </summary>
    private static string LogAhead(Connection connection)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return connection.ReadText("PRAGMA journal_mode = WAL");
            }
            catch (SqliteException error) when (error.Code == ResultCode.Busy && attempt < 100)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static void CheckPlace(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreUnavailableException($"'{path}' is a folder: the store needs the path of a file, such as '{Path.Combine(path, "hotfix.db")}'.");
        }

        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            throw new StoreUnavailableException($"The folder '{folder}' does not exist: create it, or choose another path for the store.");
        }
    }

    private static void Refuse(string path, string? objection)
    {
        if (objection is not null)
        {
            throw new StoreUnavailableException($"'{path}' {objection}.");
        }
    }

    private static Connection Connect(string path, TimeSpan patience, Action<Connection> prepare)
    {
        Connection? connection = null;

        try
        {
            connection = Connection.Open(path);
            connection.SetPatience(patience);
            prepare(connection);

            return connection;
        }
        catch (Exception error)
        {
            connection?.Dispose();

            if (error is SqliteException refused)
            {
                throw new StoreUnavailableException(Sentence(path, refused), refused);
            }

            throw;
        }
    }

    private static string Sentence(string path, SqliteException error) => error.Code switch
    {
        ResultCode.NotADatabase => $"'{path}' is not a SQLite database: choose another path for the store.",
        ResultCode.CannotOpen or ResultCode.Permission or ResultCode.ReadOnly => NotWritable(path),
        ResultCode.Busy => $"The store '{path}' is locked by another program: stop that program, or choose another path.",
        ResultCode.Corrupt => $"The store '{path}' is damaged: restore it from a backup, or choose another path.",
        ResultCode.Full => $"The disk of the store '{path}' is full: make room, or choose another path.",
        _ => $"The store '{path}' cannot be opened: {error.Message}.",
    };

    private static string NotWritable(string path) =>
        $"The store '{path}' is not writable: give this user the right to write the file and its folder, or choose another path.";
}
