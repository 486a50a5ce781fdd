using System.Globalization;

namespace Hotfix;

/// <summary>
/// What we are where the Azure Functions host started us, its custom handler: we listen where it says, and nowhere else. It hands us the queue's messages and says when the timers are due.
/// <para>Source: Azure Functions, "Custom handlers"; the host sets <c>FUNCTIONS_CUSTOMHANDLER_PORT</c> and speaks to 127.0.0.1 only.</para>
/// </summary>
internal sealed record CustomHandler(int Port)
{
    private const string Setting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>The exit code with which the host starts us again, and counts no error. After 0 it would never start us again and never know.</summary>
    public const int StartAgain = 200;

    public string Url => $"http://127.0.0.1:{Port}";

    public static bool IsPresent(IConfiguration values) => values[Setting] is { Length: > 0 };

    /// <summary>Null where we run by ourselves.</summary>
    /// <exception cref="SettingsException">One sentence.</exception>
    public static CustomHandler? Read(IConfiguration values, StoreAddress store) => (values[Setting], store) switch
    {
        (null or "", _) => null,
        (_, StoreAddress.Sqlite) => throw new SettingsException("HOTFIX_STORE is a SQLite file, and under Azure Functions every instance has a disk of its own, which ends with it: it is azure: and a storage account, like azure:https://ACCOUNT.table.core.windows.net."),
        (var text, _) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue => new(port),
        (var text, _) => throw new SettingsException($"{Setting} is '{text}': it is the port that the Functions host wants us to listen on, 1 to {ushort.MaxValue}."),
    };
}
