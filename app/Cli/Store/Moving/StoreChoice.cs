using System.CommandLine;
using Hotfix.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Cli.Store.Moving;

/// <summary>
/// The store that a person names: by an option, in the words of HOTFIX_STORE, or by HOTFIX_STORE itself (environment or <c>appsettings.json</c>). An address with a key in it is named by the variable that holds it, for arguments are seen by others.
/// <para>Errors: <see cref="InputException"/>, <see cref="SettingsException"/> and <see cref="StoreUnavailableException"/>, one sentence each.</para>
/// </summary>
internal static class StoreChoice
{
    private const string Variable = "env:";

    public static Option<string> Option(string name, string what) => new(name)
    {
        Description = $"{what}: sqlite:FILE, azure:https://ACCOUNT.table.core.windows.net, or env:NAME for what the variable NAME holds (an address with a key in it). Default: HOTFIX_STORE.",
        HelpName = "store",
    };

    /// <param name="isNew">Whether a file that is not there is made.</param>
    public static IStore Open(string? given, Option<string> option, bool isNew = false)
    {
        var settings = new ConfigurationBuilder().SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        var address = given is null ? StoreAddress.Read(settings) : Read(given, option.Name, settings);

        return address is StoreAddress.Sqlite { Path: var file } && !isNew && !File.Exists(file)
            ? throw new InputException($"There is no store at '{Path.GetFullPath(file)}': {option.Name} names the one that is meant, like {option.Name} sqlite:hotfix.db; without it HOTFIX_STORE does.")
            : address.Open(TimeProvider.System, Random.Shared, NullLoggerFactory.Instance);
    }

    private static StoreAddress Read(string given, string option, IConfiguration settings)
    {
        if (given.StartsWith(Variable, StringComparison.Ordinal))
        {
            var name = given[Variable.Length..];

            return settings[name] is { Length: > 0 } text ? StoreAddress.Read(text, name, settings) : throw new InputException($"{option} names the variable '{name}', which is not set: it holds the address of a store, as HOTFIX_STORE does.");
        }

        var address = StoreAddress.Read(given, option, settings);

        // The emulator's account needs no word of its own for its key.
        return address.HoldsSecret && !given.Equals("azure:UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
            ? throw new InputException($"{option} holds a key, and everybody on this machine can read a program's arguments: put the address into a variable and name that, like {option} env:HOTFIX_STORE_TO; and as this key was seen, replace it.")
            : address;
    }
}
