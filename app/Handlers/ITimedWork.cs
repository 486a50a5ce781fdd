namespace Hotfix.Handlers;

/// <summary>Something that is to be done every few minutes, once however many processes there are. Under the Functions host its timer asks for it; everywhere else a process asks itself.</summary>
internal interface ITimedWork
{
    /// <summary>Returns within a minute; what is left is for the next time.</summary>
    Task DoAsync(CancellationToken cancellationToken);
}
