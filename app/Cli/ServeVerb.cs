using System.CommandLine;
using System.CommandLine.Parsing;
using Hotfix.Http;
using Microsoft.AspNetCore.Connections;

namespace Hotfix.Cli;

/// <summary><c>hotfix serve</c>: receives deliveries and handles them until it is stopped. Exit code 0 when it was asked to stop (200 under the Functions host), 1 when it could not start.</summary>
internal static partial class ServeVerb
{
    public static Option<LogFormat> LogOption { get; } = new("--log")
    {
        Description = "How the log is written: text, or json for one object a line.",
        HelpName = "text|json",
        CustomParser = Format,
    };

    public static Command Command { get; } = Create();

    public static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var log = arguments.GetValue(LogOption);

        try
        {
            await using var app = Server.Build(log: log);
            await app.StartAsync(cancellationToken);

            var (urls, hook) = (string.Join(", ", app.Urls), app.Urls.First() + WebhookEndpoint.Path);

            if (log == LogFormat.Text)
            {
                await Console.Out.WriteLineAsync($"Hotfix listens on {urls}; GitHub's webhook belongs to {hook}.");
            }
            else
            {
                Log.Listening(app.Logger, urls, hook); // every line is an object, the first one too
            }

            await app.WaitForShutdownAsync(cancellationToken);

            return app.Services.GetService<CustomHandler>() is null ? 0 : CustomHandler.StartAgain;
        }
        catch (IOException wrong) when (wrong.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message.TrimEnd('.')}: set HOTFIX_URLS to another one, or stop the program that has it.");

            return 1;
        }
    }

    private static LogFormat Format(ArgumentResult argument)
    {
        switch (argument.Tokens)
        {
            case [{ Value: "text" }]:
                return LogFormat.Text;
            case [{ Value: "json" }]:
                return LogFormat.Json;
            default:
                argument.AddError($"--log is '{string.Join(' ', argument.Tokens.Select(token => token.Value))}': it is text, or json for one object a line.");
                return LogFormat.Text;
        }
    }

    private static Command Create()
    {
        var command = new Command("serve", "Receive GitHub's deliveries and handle them (the default).") { LogOption };
        command.SetAction(RunAsync);

        return command;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Hotfix listens on {Urls}; GitHub's webhook belongs to {Hook}.")]
        public static partial void Listening(ILogger logger, string urls, string hook);
    }
}
