namespace Hotfix.Handlers;

/// <summary>
/// Something that is to be done every few minutes, once however many processes there are. Under the Functions host its timer asks for all of it; everywhere else a process asks itself (<see cref="Rounds"/>).
/// </summary>
internal interface ITimedWork
{
    /// <summary>What is done, for the log: "Looking for missed deliveries".</summary>
    string Name { get; }

    /// <summary>The pause between two rounds, where a process asks itself.</summary>
    TimeSpan Every { get; }

    /// <summary>Whether a process asks for it as soon as it starts.</summary>
    bool AtStart { get; }

    /// <summary>Returns within a minute; what is left is for the next round. False when another process is at it.</summary>
    Task<bool> DoAsync(CancellationToken cancellationToken);
}
