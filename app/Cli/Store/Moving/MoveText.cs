using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>What is said of a move.</summary>
internal static class MoveText
{
    public static string Of(Totals totals) => $"{totals.Documents:#,0} documents in {totals.Partitions:#,0} partitions, {totals.Bytes:#,0} bytes; sha256 {totals.Digest}";

    /// <summary>Whether a move ended early by no fault of what was given.</summary>
    public static bool IsStop(Exception wrong, CancellationToken cancellationToken) => wrong is StoreUnavailableException || (wrong is OperationCanceledException && cancellationToken.IsCancellationRequested);

    public static InputException Stopped(Exception stopped) => new($"{(stopped is StoreUnavailableException ? stopped.Message : "Stopped.")} Nothing is lost: the same command goes on where it stopped.", stopped);
}
