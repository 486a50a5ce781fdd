using System.Security.Cryptography;
using System.Text;
using Hotfix.Domain;

namespace Hotfix.Builds;

/// <summary>
/// What was decided when a hotfix was started, as one short text: a workflow that is given it can say which plan it carried out.
/// <para>Shape: SHA-256, hexadecimal, of a line each for source, its commit, version, tag, base, branch and the template's hash, in UTF-8.</para>
/// </summary>
internal static class PlanHash
{
    public static string Of(Fix fix) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fix.From, fix.FromCommit, fix.Version?.Version, fix.Tag, fix.Base, fix.Branch, fix.Template?.Hash))));
}
