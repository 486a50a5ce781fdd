using System.Text;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// One run of a prepared statement: bind, step, read. Disposing makes it ready for the next run, and ends the read transaction that an unfinished
/// query would hold open. Parameters count from 1, columns from 0.
/// </summary>
internal readonly unsafe ref struct Statement(Connection connection, StatementHandle handle)
{
    private const int StackBytes = 513 * 3; // enough for the longest key: what GetMaxByteCount says of 512 characters

    public Statement Bind(int parameter, long value)
    {
        connection.Check(Native.BindInt64(handle, parameter, value));

        return this;
    }

    public Statement Bind(int parameter, string value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = size <= StackBytes ? stackalloc byte[StackBytes] : new byte[size];
        var length = Encoding.UTF8.GetBytes(value, bytes);

        fixed (byte* first = bytes)
        {
            connection.Check(Native.BindText(handle, parameter, first, length, Native.Copy));
        }

        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        fixed (byte* first = value.IsEmpty ? "\0"u8 : value) // a null pointer would bind NULL
        {
            connection.Check(Native.BindBlob(handle, parameter, first, value.Length, Native.Copy));
        }

        return this;
    }

    /// <summary>True while there is a row to read.</summary>
    public bool Step() => Native.Step(handle) switch
    {
        ResultCode.Row => true,
        ResultCode.Done => false,
        var code => throw connection.Error(code),
    };

    public long Integer(int column) => Native.ColumnInt64(handle, column);

    public string Text(int column)
    {
        var first = Native.ColumnText(handle, column); // before the length: it converts

        return Encoding.UTF8.GetString(first, Native.ColumnBytes(handle, column));
    }

    public byte[] Blob(int column)
    {
        var first = Native.ColumnBlob(handle, column);

        return new ReadOnlySpan<byte>(first, Native.ColumnBytes(handle, column)).ToArray();
    }

    public void Dispose()
    {
        _ = Native.Reset(handle); // it repeats the error of the last step
        _ = Native.ClearBindings(handle);
    }
}
