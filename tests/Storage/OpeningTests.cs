using Hotfix.Ports;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Storage;

/// <summary>What is wrong with a path is said in one sentence, and what lies there stays as it was.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly StoreFile file = new();

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Refuses_no_path(string path) => Refuses(path, "The store needs the path of a file, such as 'hotfix.db'.");

    [Fact]
    public void Refuses_a_missing_folder()
    {
        var folder = Path.Combine(file.Folder, "missing");

        Refuses(Path.Combine(folder, "hotfix.db"), $"The folder '{folder}' does not exist: create it, or choose another path for the store.");
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Refuses_a_folder() =>
        Refuses(file.Folder, $"'{file.Folder}' is a folder: the store needs the path of a file, such as '{Path.Combine(file.Folder, "hotfix.db")}'.");

    [Fact]
    public void Refuses_a_place_where_it_may_not_write()
    {
        var path = Path.Combine(UnwritableFolder(), "hotfix.db");

        Refuses(path, $"The store '{path}' is not writable: give this user the right to write the file and its folder, or choose another path.");
    }

    [Fact]
    public void Refuses_what_is_no_database()
    {
        File.WriteAllText(file.Path, new string('x', 5000));

        Refuses(file.Path, $"'{file.Path}' is not a SQLite database: choose another path for the store.");
        Assert.Equal(new string('x', 5000), File.ReadAllText(file.Path));
    }

    [Theory]
    [InlineData("CREATE TABLE theirs (id INTEGER)")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("PRAGMA application_id = 7")]
    public void Refuses_the_database_of_another_program(string sql)
    {
        Prepare(sql);
        var before = File.ReadAllBytes(file.Path);

        Refuses(file.Path, $"'{file.Path}' is the database of another program: choose another path for the store.");
        Assert.Equal(before, File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void Refuses_the_file_of_a_newer_Hotfix()
    {
        file.Open();
        file.Close();
        Prepare("PRAGMA user_version = 2");

        Refuses(file.Path, $"'{file.Path}' was written by a newer Hotfix: update Hotfix, or choose another path for the store.");
    }

    [Fact]
    public void Refuses_a_file_that_another_program_keeps_locked()
    {
        using var other = Connection.Open(file.Path);
        other.Execute("PRAGMA locking_mode = EXCLUSIVE");
        other.Execute("BEGIN EXCLUSIVE");

        Assert.Equal(
            $"The store '{file.Path}' is locked by another program: stop that program, or choose another path.",
            Assert.Throws<StoreUnavailableException>(() => Opening.Writer(file.Path, patience: TimeSpan.Zero)).Message);
    }

    [Fact]
    public void Takes_an_empty_file_for_a_new_one()
    {
        File.WriteAllText(file.Path, "");

        Assert.Equal(0, file.Open().Writer.Commits);
    }

    [Fact]
    public void Says_what_to_install_where_the_library_is_missing()
    {
        var error = Assert.Throws<StoreUnavailableException>(() => SqliteLibrary.Load(["libnotthere.so.0"]));

        Assert.Equal(
            "The store needs the SQLite library (libnotthere.so.0), which this machine lacks: install it (Debian and Ubuntu: apt install libsqlite3-0; Alpine: apk add sqlite-libs; Fedora: dnf install sqlite-libs).",
            error.Message);
    }

    private void Refuses(string path, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<StoreUnavailableException>(() => SqliteStore.Open(path, file.Time)).Message);

    private void Prepare(string sql)
    {
        using var connection = Connection.Open(file.Path);
        connection.Execute(sql);
    }

    /// <summary>Permissions do not stop root; the kernel's own file systems do.</summary>
    private string UnwritableFolder()
    {
        if (Environment.IsPrivilegedProcess && OperatingSystem.IsLinux())
        {
            return "/sys";
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Directory.CreateDirectory(Path.Combine(file.Folder, "closed")).FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);

            return Path.Combine(file.Folder, "closed");
        }

        return Environment.SystemDirectory;
    }
}
