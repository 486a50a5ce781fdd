namespace Hotfix.Domain;

/// <summary>How many users a report speaks of, fewest first so that "at least common" is a comparison. <see cref="Unknown"/> is below all: nothing was said.</summary>
internal enum Frequency
{
    Unknown,
    Rare,
    Occasional,
    Common,
    Widespread,
}
