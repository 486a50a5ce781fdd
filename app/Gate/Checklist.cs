using Hotfix.Domain;

namespace Hotfix.Gate;

/// <summary>The checklist as it is pinned when a hotfix is started.</summary>
internal static class Checklist
{
    /// <summary>The ids of the items that are ticked after an edit and were not before.</summary>
    public static Values<string> Ticked(string before, string after) => throw new NotImplementedException();

    /// <param name="template">The template's text, whose hash is kept.</param>
    /// <param name="body">The pull request's text as it was written from it.</param>
    public static PinnedTemplate Pin(string name, string template, string body, Profile profile, Severity? severity) => throw new NotImplementedException();
}
