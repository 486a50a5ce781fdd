namespace Hotfix.Domain;

/// <summary>What kind of harm a report speaks of.</summary>
internal enum Impact
{
    None,
    Security,
    DataLoss,
    FeatureFailure,
    Performance,
    UiCosmetic,
}
