using System.Net;
using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub;

/// <summary>What came of the wish to open a pull request.</summary>
internal enum Opening
{
    /// <summary>It was opened, or refused for good.</summary>
    Final,

    /// <summary>There is one between the two branches.</summary>
    IsThere,

    /// <summary>The repository's plan knows no drafts.</summary>
    HasNoDrafts,

    /// <summary>One of the branches is not there, or was made too short a time ago to be seen.</summary>
    MaySeeItLater,

    /// <summary>There is nothing between the two branches, or it was pushed too short a time ago to be seen.</summary>
    IsEmpty,
}

/// <summary>Tells by the words of GitHub's complaint. Source: reference/github-api.md, sections 1.6 and 1.7, where they are listed.</summary>
internal static class OpeningVerdict
{
    public static Opening Of(Answer answer)
    {
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return Opening.MaySeeItLater;
        }

        if (answer.Status != HttpStatusCode.UnprocessableEntity)
        {
            return Opening.Final;
        }

        var complaint = Complaint.Of(answer);

        return complaint switch
        {
            _ when Says("pull request already exists") => Opening.IsThere,
            _ when Says("draft pull requests are not supported") => Opening.HasNoDrafts,
            _ when Says("no commits between") => Opening.IsEmpty,
            _ when Says("head invalid") || Says("base invalid") => Opening.MaySeeItLater,
            _ => Opening.Final,
        };

        bool Says(string words) => complaint.Has(words) || complaint.Mentions(words);
    }
}
