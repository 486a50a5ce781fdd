namespace Hotfix.Domain.Storefront;

/// <summary>
/// An extension in the Chrome Web Store, as its API names it: <c>publishers/{publisher}/items/{item}</c>.
/// <para>Shapes: the publisher is the id in the developer dashboard's address; the item is 32 letters from a to p. Both are looked at before an address is made of them.</para>
/// </summary>
internal sealed record ItemName(string Publisher, string Item)
{
    private const int ItemLetters = 32;
    private const int MaxPublisher = 128;

    /// <summary>The resource's name; nothing in it needs escaping.</summary>
    public string Path => $"publishers/{Publisher}/items/{Item}";

    /// <summary>Where people install it.</summary>
    public string Url => $"https://chromewebstore.google.com/detail/{Item}";

    public static bool IsItem(string text) => text.Length == ItemLetters && text.All(letter => letter is >= 'a' and <= 'p');

    public static bool IsPublisher(string text) => text.Length is > 0 and <= MaxPublisher && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
