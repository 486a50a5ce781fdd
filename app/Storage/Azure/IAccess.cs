namespace Hotfix.Storage.Azure;

/// <summary>Puts on a request what proves that we may send it. Every try is proved anew: the proof holds the date.</summary>
internal interface IAccess
{
    ValueTask ProveAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
