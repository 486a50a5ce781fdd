using Hotfix.Ports;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Bench.Faults;

/// <summary>A SQLite file in a folder of its own.</summary>
internal class FileStore : FaultStore
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-faults-");

    public string Folder => folder.FullName;

    public string File => Path.Combine(Folder, "hotfix.db");

    public override string Address => $"sqlite:{File}";

    public override IStore Open() => SqliteStore.Open(File, TimeProvider.System);

    protected override ValueTask EndAsync()
    {
        folder.Delete(recursive: true);

        return default;
    }
}
