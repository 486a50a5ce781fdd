using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>A score needs room above 0.</summary>
internal static class ScoreCheck
{
    public static IEnumerable<Fault> Find(Profile profile)
    {
        if (profile.Score.Cap <= 0)
        {
            yield return new("The cap of the score is 0, so every score would be; it is a number above 0.", "score.cap");
        }

        if (profile.Score.Scale <= 0)
        {
            yield return new("The scale of the score is 0, so every score would be; it is a number above 0.", "score.scale");
        }
    }
}
