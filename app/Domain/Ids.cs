namespace Hotfix.Domain;

/// <summary>A repository as an installation of the App sees it. Data is keyed by <see cref="Id"/>, which survives a rename; calls are made by name.</summary>
internal sealed record Repository(long Installation, long Id, string Owner, string Name)
{
    public override string ToString() => $"{Owner}/{Name}";
}

/// <summary>One issue of one repository.</summary>
internal sealed record IssueId(Repository Repository, int Number)
{
    public override string ToString() => $"{Repository}#{Number}";
}

/// <summary>The number GitHub gave a comment.</summary>
internal readonly record struct CommentId(long Value);
