namespace Hotfix.Storage.Sqlite;

/// <summary>The answers of SQLite that the store tells apart. Source: sqlite.org, "Result and Error Codes".</summary>
internal static class ResultCode
{
    public const int Ok = 0;
    public const int Permission = 3;
    public const int Busy = 5;
    public const int ReadOnly = 8;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int NotADatabase = 26;
    public const int Row = 100;
    public const int Done = 101;
}
