using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>A write that waits for the writer, and the task of whoever asked for it.</summary>
internal abstract class Job
{
    /// <summary>False when it was cancelled while it waited; its task has then ended.</summary>
    public abstract bool TryStart();

    public abstract void Run(Connection connection);

    /// <summary>What it did is on disk.</summary>
    public abstract void Complete();

    /// <summary>What it did was rolled back.</summary>
    public abstract void Fail(Exception error);
}

/// <inheritdoc/>
internal sealed class Job<T>(Func<Connection, T> work, CancellationToken cancellationToken) : Job
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => completion.Task;

    public override bool TryStart() => !cancellationToken.IsCancellationRequested || !completion.TrySetCanceled(cancellationToken);

    public override void Run(Connection connection) => result = work(connection);

    public override void Complete() => completion.TrySetResult(result!);

    public override void Fail(Exception error) =>
        completion.TrySetException(error is SqliteException ? new StoreUnavailableException($"The store cannot be written: {error.Message}.", error) : error);
}
