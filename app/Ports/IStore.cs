namespace Hotfix.Ports;

/// <summary>Where everything is kept: the documents, and the queues beside them. Opened once a process.</summary>
internal interface IStore : IDisposable
{
    IDocuments Documents { get; }

    /// <summary>The queue of this name; asked for twice, it is the same.</summary>
    IQueue Queue(string name);
}
