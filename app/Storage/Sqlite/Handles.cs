using System.Runtime.InteropServices;

namespace Hotfix.Storage.Sqlite;

/// <summary>An open database (<c>sqlite3*</c>). SQLite keeps it until its last statement is gone too.</summary>
internal sealed class DatabaseHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => Native.Close(handle) == ResultCode.Ok;
}

/// <summary>A prepared statement (<c>sqlite3_stmt*</c>).</summary>
internal sealed class StatementHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        _ = Native.Finalize(handle); // it repeats the error of the last step, which was reported when it happened

        return true;
    }
}
