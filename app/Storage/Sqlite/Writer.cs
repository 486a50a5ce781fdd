using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// The one thread that writes. While it commits, new jobs gather; the next transaction takes all of them (up to <see cref="MaxJobs"/>), in the order they
/// were asked for: a burst shares its syncs, and a single write waits for nobody. With nothing to do, it sleeps.
/// </summary>
internal sealed partial class Writer : IDisposable
{
    private const int MaxJobs = 512;

    // The thread's wait is the only continuation there is: run where the job is put, it wakes the thread without a detour through the pool.
    private readonly Channel<Job> jobs = Channel.CreateUnbounded<Job>(new() { SingleReader = true, AllowSynchronousContinuations = true });
    private readonly Connection connection;
    private readonly ILogger logger;
    private readonly Thread thread;
    private long commits;

    /// <summary>Takes over the connection.</summary>
    public Writer(Connection connection, ILogger? logger = null)
    {
        this.connection = connection;
        this.logger = logger ?? NullLogger.Instance;
        thread = new Thread(Work) { IsBackground = true, Name = "hotfix-store-writer" };
        thread.UnsafeStart(); // without the context of whoever opened the store
    }

    /// <summary>How many transactions were committed.</summary>
    public long Commits => Volatile.Read(ref commits);

    /// <summary>
    /// Runs the work in the writer's next transaction; the task completes when that is on disk. Once the work has begun, cancelling has no effect.
    /// <para>Errors: <see cref="Ports.StoreUnavailableException"/>, and what the work throws; its writes are then taken back.</para>
    /// </summary>
    public Task<T> RunAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var job = new Job<T>(work, cancellationToken);
        ObjectDisposedException.ThrowIf(!jobs.Writer.TryWrite(job), this);

        return job.Task;
    }

    /// <summary>Waits until everything asked for is on disk.</summary>
    public void Dispose()
    {
        jobs.Writer.TryComplete();
        thread.Join();
        connection.Dispose();
    }

    private void Work()
    {
        while (jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var taken = 0;
            var group = new Group(connection, () => taken < MaxJobs && jobs.Reader.TryRead(out var job) ? Count(job) : null);

            var error = group.Run();

            if (error is null)
            {
                Interlocked.Increment(ref commits);
            }

            group.Tell(error);

            if (error is not null)
            {
                Log.RolledBack(logger, taken, error);
            }

            Job Count(Job job)
            {
                taken++;

                return job;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A transaction of {Jobs} writes was rolled back; whoever asked for them has been told.")]
        public static partial void RolledBack(ILogger logger, int jobs, Exception error);
    }
}
