using System.Security.Cryptography;
using System.Text;

namespace Hotfix.Domain;

/// <summary>The template a pull request was written from, as it was then: what counts as evidence is read from it, and never from the pull request's text.</summary>
/// <param name="Name">The template's name, like <c>hotfix-p0</c>.</param>
/// <param name="Hash">SHA-256 of the template's text in UTF-8, hexadecimal, lower case.</param>
internal sealed record PinnedTemplate(string Name, string Hash)
{
    public static PinnedTemplate Of(string name, string text) => new(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>Where a team keeps a template of its own.</summary>
    public static string PathOf(string name) => $".github/hotfix/{name}.md";
}
