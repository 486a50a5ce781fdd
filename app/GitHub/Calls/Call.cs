using Hotfix.GitHub.Access;

namespace Hotfix.GitHub.Calls;

/// <summary>One call of GitHub's REST API, as the steps on its way see it.</summary>
/// <param name="Method">GET reads; everything else writes, but for <see cref="IsQuery"/>.</param>
/// <param name="Uri">Absolute.</param>
/// <param name="Installation">On whose account it goes: limits and pacing are kept per installation. <see cref="App"/> for the App's own.</param>
/// <param name="What">What it is for, as it fits into "GitHub refused to …".</param>
internal sealed record Call(HttpMethod Method, Uri Uri, long Installation, string What)
{
    /// <summary>The account of calls that are no installation's.</summary>
    public const long App = 0;

    public string Accept { get; init; } = "application/vnd.github+json";

    /// <summary>JSON in UTF-8, unless <see cref="ContentType"/> says otherwise; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The body's media type; null for JSON.</summary>
    public string? ContentType { get; init; }

    /// <summary>What the installation's token must allow.</summary>
    public Grant Grant { get; init; } = Grant.Issues;

    /// <summary>Creates content, in the sense of GitHub's secondary limits.</summary>
    public bool Creates { get; init; }

    /// <summary>Asks for a token.</summary>
    public bool Mints { get; init; }

    public Token? Authorization { get; init; }

    /// <summary>An ETag as GitHub gave it.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>A question to the GraphQL API, which takes those by POST too.</summary>
    public bool IsQuery { get; init; }

    public bool IsRead => Method == HttpMethod.Get || IsQuery;

    /// <summary>May be sent again when it is unknown what became of it. A token too many harms nobody.</summary>
    public bool IsRepeatable => IsRead || Mints;
}
