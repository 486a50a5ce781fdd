namespace Hotfix.Domain;

/// <summary>What a report is. Only a bug has a severity, a score and a clock.</summary>
internal enum Kind
{
    Bug,
    Feature,
    Question,
    Praise,

    /// <summary>Too little is said to tell; one question is asked.</summary>
    Unclear,
}
