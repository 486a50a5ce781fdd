namespace Hotfix.Extension.Smoke;

/// <summary>Something that an extension stores in the browser.</summary>
/// <param name="Area">chrome.storage.local, chrome.storage.sync, localStorage, or IndexedDB.</param>
/// <param name="Key">Of IndexedDB <c>database/store</c>.</param>
/// <param name="Json">The value; of IndexedDB the number of records. Never shown: it may be somebody's.</param>
internal sealed record StoredItem(string Area, string Key, string Json)
{
    public const string IndexedDb = "IndexedDB";

    public bool IsEmpty => Json is "{}" or "[]" or "\"\"" or "null" || (Area == IndexedDb && Json == "0");

    public string Shown => $"{SafeText.Of(Key)} in {Area}";

    /// <summary>What code has to say to reach it.</summary>
    public IEnumerable<string> Names => Area == IndexedDb ? Key.Split('/') : [Key];
}
