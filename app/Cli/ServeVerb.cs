using System.CommandLine;
using Microsoft.AspNetCore.Connections;

namespace Hotfix.Cli;

/// <summary><c>hotfix serve</c>: receives deliveries and handles them until it is stopped. Exit code 0 when it was asked to stop, 1 when it could not start.</summary>
internal static class ServeVerb
{
    public static Command Command { get; } = Create();

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var app = Server.Build();
            await app.StartAsync(cancellationToken);
            await Console.Out.WriteLineAsync($"Hotfix listens on {string.Join(", ", app.Urls)}; GitHub's webhook belongs to {app.Urls.First()}{Http.WebhookEndpoint.Path}.");
            await app.WaitForShutdownAsync(cancellationToken);

            return 0;
        }
        catch (IOException wrong) when (wrong.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message.TrimEnd('.')}: set HOTFIX_URLS to another one, or stop the program that has it.");

            return 1;
        }
    }

    private static Command Create()
    {
        var command = new Command("serve", "Receive GitHub's deliveries and handle them (the default).");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));

        return command;
    }
}
