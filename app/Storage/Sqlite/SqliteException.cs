namespace Hotfix.Storage.Sqlite;

/// <summary>SQLite refused a step. It never leaves the engine: callers see a <see cref="Ports.StoreUnavailableException"/>.</summary>
internal sealed class SqliteException(int code, string message) : Exception($"{message} (SQLite error {code})")
{
    public int Code { get; } = code;
}
