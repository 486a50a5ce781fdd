namespace Hotfix.Domain;

/// <summary>Somebody who could take a report, and why.</summary>
/// <param name="Knows">The areas hit that this person knows, in the report's order.</param>
/// <param name="Load">Open reports the person has.</param>
/// <param name="Capacity">How many they take.</param>
internal sealed record Candidate(string Login, OwnerReason Reason, Values<string> Knows, int Load, int Capacity);

/// <summary>Why somebody gets a report.</summary>
internal enum OwnerReason
{
    /// <summary>Knows most of what is hit.</summary>
    BestMatch,

    /// <summary>Owns the core feature that is hit.</summary>
    FeatureOwner,

    /// <summary>Has most room.</summary>
    NextAvailable,

    /// <summary>It is their turn.</summary>
    Turn,

    /// <summary>Has least to do.</summary>
    LeastLoaded,
}
