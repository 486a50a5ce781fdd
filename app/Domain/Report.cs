namespace Hotfix.Domain;

/// <summary>What a person wrote: the title, the body (Markdown, as GitHub sends it), and what its author answered when asked.</summary>
internal sealed record Report(string Title, string Body, Values<string> Replies = default);
