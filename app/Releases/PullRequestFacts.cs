using Hotfix.Domain;

namespace Hotfix.Releases;

/// <summary>What a pull request's text is written from.</summary>
/// <param name="Issue">The issue's number.</param>
/// <param name="Title">Its title: a stranger's words.</param>
/// <param name="Version">The semantic version it is to be.</param>
/// <param name="Branch">Where the fix is made.</param>
/// <param name="Base">The branch it goes to.</param>
/// <param name="From">The tag it starts from; null at the default branch's head without a release.</param>
/// <param name="Owner">The login of who is on it.</param>
/// <param name="Store">The store's version, where there is a store.</param>
/// <param name="ErrorRate">The share of errors, as measured; null as long as nobody measures it.</param>
internal sealed record PullRequestFacts(
    int Issue, string Title, Assessment Assessment, Profile Profile, string Version, string Branch, string Base, string? From, string? Owner, string? Store = null, string? ErrorRate = null);

/// <summary>The pull request's title and text, or one sentence why there is none.</summary>
internal sealed record PullRequestWritten(string? Title, string? Text, string? Refusal);
