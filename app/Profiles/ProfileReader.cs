using Hotfix.Domain;

namespace Hotfix.Profiles;

/// <summary>A profile by its name, where nobody asks where its values come from.</summary>
internal static class ProfileReader
{
    /// <exception cref="ProfileException">One sentence: there is none of that name, or what ships is wrong.</exception>
    public static Profile BuiltIn(string name) => ConfigReader.BuiltIn(name) is { Profile: { } profile }
        ? profile
        : throw new ProfileException($"{ConfigReader.BuiltIn(name).Errors[0]}");
}

/// <summary>A profile that cannot be used; the message says why in one sentence.</summary>
internal sealed class ProfileException(string message, Exception? inner = null) : Exception(message, inner);
