namespace Hotfix.Storage.Sqlite;

/// <summary>
/// The tables of the file. Numbers of AUTOINCREMENT are never given twice, not even after a delete: they are the documents' ETags and the messages' ids.
/// <para>Shapes: <c>due</c> is in ticks (100 ns) of UTC since year 1. <c>application_id</c> says that the file is ours, <c>user_version</c> which tables it has.</para>
/// <para>Source: sqlite.org, "SQLite Autoincrement", "PRAGMA Statements".</para>
/// </summary>
internal static class Schema
{
    private const long Application = 0x486F7466; // "Hotf"
    private const long Version = 1;

    private static readonly string[] Tables =
    [
        """
        CREATE TABLE documents (
            version INTEGER PRIMARY KEY AUTOINCREMENT, partition_key TEXT NOT NULL, row_key TEXT NOT NULL, body BLOB NOT NULL,
            UNIQUE (partition_key, row_key))
        """,
        """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, urgent INTEGER NOT NULL, due INTEGER NOT NULL,
            takes INTEGER NOT NULL, receipt INTEGER NOT NULL, text TEXT NOT NULL)
        """,
        "CREATE INDEX messages_due ON messages (queue, urgent, due)",
        "PRAGMA application_id = 0x486F7466",
        "PRAGMA user_version = 1",
    ];

    /// <summary>What speaks against using this file, in the words that follow its path; null when nothing does. Changes nothing.</summary>
    public static string? Objection(Connection connection) => InTransaction(connection, "BEGIN", () => Judge(connection));

    /// <summary>Creates the tables where they are missing. Of two processes that open a new file at once, one does and the other sees it done.</summary>
    public static string? Create(Connection connection) => InTransaction(connection, "BEGIN IMMEDIATE", () =>
    {
        var objection = Judge(connection);

        if (objection is null && IsEmpty(connection))
        {
            Array.ForEach(Tables, connection.Execute);
        }

        return objection;
    });

    private static string? Judge(Connection connection) =>
        (connection.ReadInteger("PRAGMA application_id"), connection.ReadInteger("PRAGMA user_version")) switch
        {
            (Application, Version) => null,
            (Application, > Version) => "was written by a newer Hotfix: update Hotfix, or choose another path for the store",
            (0, 0) when IsEmpty(connection) => null,
            _ => "is the database of another program: choose another path for the store",
        };

    /// <summary>So that all of what is read is of one moment.</summary>
    private static string? InTransaction(Connection connection, string begin, Func<string?> step)
    {
        connection.Execute(begin);
        var objection = step();
        connection.Execute("COMMIT");

        return objection;
    }

    private static bool IsEmpty(Connection connection) => connection.ReadInteger("SELECT count(*) FROM sqlite_master") == 0;
}
