using System.Security.Cryptography;
using System.Text;

namespace Hotfix.Domain;

/// <summary>The template a pull request was written from, as it was then: what counts as evidence is read from it, and never from the pull request's text.</summary>
/// <param name="Name">The template's name, like <c>hotfix-p0</c>.</param>
/// <param name="Hash">SHA-256 of the template's text in UTF-8, hexadecimal, lower case.</param>
/// <param name="Items">What had to be ticked off, in order, with the evidence each item asks for.</param>
/// <param name="Sections">The template's own text of the sections that an item asks to be filled.</param>
internal sealed record PinnedTemplate(string Name, string Hash, Values<PinnedItem> Items = default, Values<PinnedSection> Sections = default)
{
    public static PinnedTemplate Of(string name, string text) => new(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>Where a team keeps a template of its own.</summary>
    public static string PathOf(string name) => $".github/hotfix/{name}.md";
}

/// <summary>An item of a hotfix's checklist.</summary>
/// <param name="Id">By which its line is known (<c>&lt;!-- hotfix:id --&gt;</c>).</param>
/// <param name="Text">As it was written, in Markdown.</param>
/// <param name="Evidence">What makes it true: <c>approval(1)</c>.</param>
internal sealed record PinnedItem(string Id, string Text, string Evidence);

/// <param name="Heading">Without its number signs.</param>
/// <param name="Text">What the template has below it.</param>
internal sealed record PinnedSection(string Heading, string Text);
