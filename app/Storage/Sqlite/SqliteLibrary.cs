using System.Reflection;
using System.Runtime.InteropServices;
using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// Finds the SQLite that the operating system ships, so that its security updates are ours too.
/// <para>Errors: <see cref="StoreUnavailableException"/> where there is none; it says what to install.</para>
/// </summary>
internal static class SqliteLibrary
{
    private static string[] Names =>
        OperatingSystem.IsWindows() ? ["winsqlite3.dll", "sqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];

    /// <summary>Answers the runtime's question where the library behind an imported function is.</summary>
    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => name == Native.Library ? Load(Names) : 0;

    public static nint Load(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return library;
            }
        }

        throw new StoreUnavailableException(
            $"The store needs the SQLite library ({names[0]}), which this machine lacks: install it (Debian and Ubuntu: apt install libsqlite3-0; Alpine: apk add sqlite-libs; Fedora: dnf install sqlite-libs).");
    }
}
