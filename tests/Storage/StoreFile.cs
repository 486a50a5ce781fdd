using Hotfix.Storage.Sqlite;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Storage;

/// <summary>A store in a folder of its own, which goes when the test ends.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-store-");
    private readonly List<SqliteStore> open = [];

    public string Folder => folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "hotfix.db");

    public ManualTime Time { get; } = new();

    public SqliteStore Open()
    {
        var store = SqliteStore.Open(Path, Time);
        open.Add(store);

        return store;
    }

    public void Close()
    {
        open.ForEach(store => store.Dispose());
        open.Clear();
    }

    public void Dispose()
    {
        Close();
        folder.Delete(recursive: true);
    }
}
