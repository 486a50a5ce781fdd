using Hotfix.Profiles.Nodes;

namespace Hotfix.Profiles;

/// <summary>What is wrong with a team's file: where, from line 1 and column 1, and one sentence that says what is allowed.</summary>
/// <param name="Source">The name the file was read under.</param>
internal sealed record ConfigError(string Source, int Line, int Column, string Message)
{
    public static ConfigError At(Place place, string message) => new(place.Source, place.Line, place.Column, message);

    public override string ToString() => $"{Source}:{Line}:{Column}: {Message}";
}
