using System.CommandLine;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Hotfix.Bench.Run;

/// <summary>Kestrel that reads the body and answers 202: what nobody on this machine can be faster than who answers in C#. The port is in <c>PORT</c>.</summary>
internal static class EmptyEndpoint
{
    public const string Verb = "empty-endpoint";

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command(Verb, "Read each body and answer 202.") { Hidden = true };
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));

        return command;
    }

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("PORT")!, CultureInfo.InvariantCulture)));
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
