using System.Runtime.InteropServices;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// One connection to the file, for one thread at a time. Statements are prepared once; all SQL is constant, all values are parameters.
/// <para>Errors: <see cref="SqliteException"/>.</para>
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly DatabaseHandle database;
    private readonly Dictionary<string, StatementHandle> prepared = new(StringComparer.Ordinal);

    private Connection(DatabaseHandle database) => this.database = database;

    /// <summary>SQLite opens a file read-only when it may not write to it.</summary>
    public bool IsReadOnly => Native.IsReadOnly(database, "main") == 1;

    /// <summary>Whether a transaction is open. Some errors (disk full, I/O) end it by themselves.</summary>
    public bool IsInTransaction => Native.GetAutocommit(database) == 0;

    /// <summary>How many rows the last write changed.</summary>
    public int Changes => Native.Changes(database);

    /// <summary>The key that the last insert was given.</summary>
    public long LastKey => Native.LastInsertRowId(database);

    /// <summary>The path is absolute, so that SQLite reads no <c>:memory:</c> or <c>file:</c> out of it.</summary>
    public static Connection Open(string path)
    {
        var code = Native.Open(path, out var database, Native.OpenReadWrite | Native.OpenCreate | Native.OpenNoMutex, fileSystem: 0);
        var connection = new Connection(database);

        if (code != ResultCode.Ok)
        {
            var error = connection.Error(code);
            connection.Dispose();

            throw error;
        }

        return connection;
    }

    /// <summary>How long to wait for another process that holds the file.</summary>
    public void SetPatience(TimeSpan patience) => Check(Native.BusyTimeout(database, (int)patience.TotalMilliseconds));

    public Statement Prepare(string sql)
    {
        if (!prepared.TryGetValue(sql, out var handle))
        {
            Check(Native.Prepare(database, sql, bytes: -1, out handle, tail: 0));
            prepared.Add(sql, handle);
        }

        return new Statement(this, handle);
    }

    public void Execute(string sql)
    {
        using var statement = Prepare(sql);

        while (statement.Step())
        {
            // a PRAGMA that sets something answers with a row
        }
    }

    /// <summary>The first column of the first row.</summary>
    public long ReadInteger(string sql)
    {
        using var statement = Prepare(sql);

        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>The first column of the first row.</summary>
    public string ReadText(string sql)
    {
        using var statement = Prepare(sql);

        return statement.Step() ? statement.Text(0) : "";
    }

    public void Check(int code)
    {
        if (code != ResultCode.Ok)
        {
            throw Error(code);
        }
    }

    public SqliteException Error(int code) =>
        new(code, database.IsInvalid ? "out of memory" : Marshal.PtrToStringUTF8(Native.ErrorMessage(database)) ?? "no message");

    public void Dispose()
    {
        foreach (var handle in prepared.Values)
        {
            handle.Dispose();
        }

        database.Dispose();
    }
}
