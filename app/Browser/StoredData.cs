using System.Text.Json;
using Hotfix.Extension.Smoke;

namespace Hotfix.Browser;

/// <summary>Reads what an extension stores, by a script in a page of its own.</summary>
internal static class StoredData
{
    /// <summary>Runs where the extension's APIs are; gives the text of a JSON list.</summary>
    public const string Script = """
        (async () => {
          const items = [];
          const put = (area, key, value) => items.push({ area, key, json: JSON.stringify(value) ?? 'null' });
          const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });

          for (const area of ['local', 'sync']) {
            for (const [key, value] of Object.entries((await globalThis.chrome?.storage?.[area]?.get(null)) ?? {})) {
              put(`chrome.storage.${area}`, key, value);
            }
          }

          for (const [key, value] of Object.entries(localStorage)) {
            put('localStorage', key, value);
          }

          for (const { name } of await indexedDB.databases()) {
            const database = await done(indexedDB.open(name));

            for (const store of database.objectStoreNames) {
              put('IndexedDB', `${name}/${store}`, await done(database.transaction(store).objectStore(store).count()));
            }

            database.close();
          }

          return JSON.stringify(items);
        })()
        """;

    public static IReadOnlyList<StoredItem>? Parse(string? list)
    {
        try
        {
            return list is null ? null : [.. JsonElement.Parse(list).EnumerateArray().Select(item => new StoredItem(item.TextAt("area") ?? "", item.TextAt("key") ?? "", item.TextAt("json") ?? ""))];
        }
        catch (JsonException) // half of a surrogate pair in a key, as a raw text
        {
            return null;
        }
    }
}
