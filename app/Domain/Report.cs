namespace Hotfix.Domain;

/// <summary>What a person wrote: the title and the body (Markdown, as GitHub sends it).</summary>
internal sealed record Report(string Title, string Body);
