namespace Hotfix.Sandbox;

/// <summary>The ways in which GitHub is known to fail.</summary>
internal enum SandboxFault
{
    /// <summary>None of them: the request is answered.</summary>
    None,

    /// <summary>500, and nothing was written.</summary>
    ServerError,

    /// <summary>500, although the write happened.</summary>
    ServerErrorAfter,

    /// <summary>The connection is cut, and nothing was written.</summary>
    Drop,

    /// <summary>The connection is cut, although the write happened.</summary>
    DropAfter,

    /// <summary>403 for a secondary limit, with <c>retry-after</c>.</summary>
    RetryAfter,

    /// <summary>403 for a secondary limit that says only in its text that it is one.</summary>
    SecondaryLimit,

    /// <summary>429 with <c>retry-after</c>.</summary>
    TooManyRequests,

    /// <summary>The write happened, and the answer is held until <see cref="SandboxFaults.Release"/>, or until the client gives up.</summary>
    Slow,
}
