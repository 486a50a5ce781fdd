using System.Diagnostics.CodeAnalysis;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// The jobs that share a transaction, and so a sync. Each runs in its own savepoint: one that fails takes back only its own writes. Nobody hears of
/// success before the commit is on disk; if the commit fails, everybody hears of that.
/// </summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The writer outlives whatever a job throws; who asked for the job hears of it.")]
internal sealed class Group(Connection connection, Func<Job?> next)
{
    private readonly List<Job> started = [];

    /// <summary>Runs what <c>next</c> gives until it gives null, then commits. Returns the error that took everything back, if one did.</summary>
    public Exception? Run()
    {
        var begun = false;

        try
        {
            RollBack(); // what an earlier failure may have left open
            connection.Execute("BEGIN IMMEDIATE");
            begun = true;

            while (Start() is { } job)
            {
                RunInSavepoint(job);
            }

            connection.Execute("COMMIT");
        }
        catch (Exception error)
        {
            while (!begun && Start() is not null)
            {
                // whoever waits is told now, and does not wait out a lock one after another
            }

            TryRollBack();

            return error;
        }

        return null;
    }

    /// <summary>Tells everybody who asked what became of it.</summary>
    public void Tell(Exception? error)
    {
        foreach (var job in started)
        {
            if (error is null)
            {
                job.Complete();
            }
            else
            {
                job.Fail(error);
            }
        }
    }

    private Job? Start()
    {
        while (next() is { } job)
        {
            if (job.TryStart())
            {
                started.Add(job);

                return job;
            }
        }

        return null;
    }

    private void RunInSavepoint(Job job)
    {
        connection.Execute("SAVEPOINT job");

        try
        {
            job.Run(connection);
        }
        catch (Exception error) when (connection.IsInTransaction) // else the error ended the transaction (a full disk may), and concerns the group
        {
            connection.Execute("ROLLBACK TO job");
            started.Remove(job);
            job.Fail(error);
        }

        connection.Execute("RELEASE job");
    }

    private void RollBack()
    {
        if (connection.IsInTransaction)
        {
            connection.Execute("ROLLBACK");
        }
    }

    private void TryRollBack()
    {
        try
        {
            RollBack();
        }
        catch (SqliteException)
        {
            // the next group tries again before it begins
        }
    }
}
