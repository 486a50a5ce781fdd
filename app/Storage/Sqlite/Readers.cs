using System.Threading.Channels;
using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// A few connections that read what is committed, beside the writer and not behind it. A read is a matter of microseconds and runs on its caller's thread.
/// <para>Errors: <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal sealed class Readers : IDisposable
{
    private readonly Channel<Connection> idle = Channel.CreateUnbounded<Connection>();
    private readonly int count;

    public Readers(int count, Func<Connection> open)
    {
        try
        {
            for (; this.count < count; this.count++)
            {
                idle.Writer.TryWrite(open());
            }
        }
        catch
        {
            Dispose();

            throw;
        }
    }

    public async Task<T> RunAsync<T>(Func<Connection, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = await RentAsync(cancellationToken);

        try
        {
            return read(connection);
        }
        catch (SqliteException error)
        {
            throw new StoreUnavailableException($"The store cannot be read: {error.Message}.", error);
        }
        finally
        {
            idle.Writer.TryWrite(connection);
        }
    }

    /// <summary>Waits for the reads that run.</summary>
    public void Dispose()
    {
        for (var closed = 0; closed < count; closed++)
        {
            idle.Reader.ReadAsync().AsTask().GetAwaiter().GetResult().Dispose();
        }

        idle.Writer.TryComplete();
    }

    private async ValueTask<Connection> RentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await idle.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }
    }
}
