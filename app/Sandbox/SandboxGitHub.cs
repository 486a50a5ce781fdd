using System.Net;
using Hotfix.Sandbox.Rest;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>
/// An in-memory GitHub behind real HTTP, on a free port of the loopback address: the part of the REST API and of GraphQL that Hotfix uses, the webhooks it hears, and the ways
/// in which both are known to fail. To serve more, add a file to <c>Rest/</c> and name it in <see cref="RestRoutes"/>, or a field to a type in <c>GraphQl/</c>.
/// </summary>
internal sealed class SandboxGitHub : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly SandboxHook hook;
    private readonly RestPipeline pipeline;
    private readonly SandboxSignal changed;

    private SandboxGitHub(WebApplication server, SandboxState state, SandboxHook hook, RestPipeline pipeline, SandboxSignal changed)
    {
        this.server = server;
        this.hook = hook;
        this.pipeline = pipeline;
        this.changed = changed;
        State = state;
        Url = new Uri(state.Api + "/");
    }

    /// <summary>The base address of the API, with a slash at its end.</summary>
    public Uri Url { get; }

    public SandboxState State { get; }

    public SandboxApp App => State.App;

    public SandboxCalls Calls => State.Calls;

    public SandboxFaults Faults => pipeline.Faults;

    /// <summary>"METHOD path" of each request for what is not served. A test that finds any has left GitHub's API, or the sandbox has to grow.</summary>
    public IReadOnlyList<string> UnknownRequests => [.. pipeline.Unknown];

    /// <summary>What the App's own writes caused, and how it was received.</summary>
    public IReadOnlyList<SandboxEcho> Echoes => hook.Echoes;

    /// <summary>Completes when GitHub has told all that it has to tell: before it, stopping the receiver would lose some of it.</summary>
    public Task EchoedAsync(CancellationToken cancellationToken) => WaitUntilAsync(_ => hook.IsIdle, cancellationToken);

    /// <summary>Where webhooks go.</summary>
    public Uri? Hook
    {
        get => hook.Target;
        set => hook.Target = value;
    }

    /// <summary>Whether the receiver is away: what is delivered meanwhile is lost, and recorded as such.</summary>
    public bool IsHookAway
    {
        get => hook.IsAway;
        set => hook.IsAway = value;
    }

    public static async Task<SandboxGitHub> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        // Empty, not slim: nothing of the surrounding program's configuration, environment or logging may reach the sandbox.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });

        var server = builder.Build();
        RestPipeline? pipeline = null;
        server.Run(context => pipeline!.HandleAsync(context)); // set below, before anybody knows the address
        await server.StartAsync(cancellationToken);

        var changed = new SandboxSignal();
        var chance = new SandboxChance(options.Seed);
        var app = options.App ?? SandboxApp.Create();
        var state = new SandboxState(app, options.Time, chance, changed, server.Urls.First());
        var hook = new SandboxHook(app, state.Attempts, changed) { Target = options.Hook };
        state.Echo = options.Echo ? hook.Queue : null;
        pipeline = new RestPipeline(state, options, new SandboxFaults(chance, changed));
        return new SandboxGitHub(server, state, hook, pipeline, changed);
    }

    /// <summary>A repository on which the App is installed.</summary>
    public SandboxRepository AddRepository(string owner, string name) => State.Add(owner, name);

    /// <summary>The App's installation on this account.</summary>
    public SandboxInstallation Installation(string account) => State.Installation(account);

    /// <summary>A person's token of this text is good from now on.</summary>
    public void AcceptToken(string personal) => State.Tokens.Accept(personal);

    /// <summary>The delivery that GitHub sends to a new webhook.</summary>
    public SandboxDelivery Ping() => Events.Ping(State, Hook ?? Url);

    /// <summary>Signs and sends a delivery, and waits for the receiver's answer.</summary>
    /// <exception cref="InvalidOperationException">GitHub would not send it: the installation was not granted what it takes to hear of it (<see cref="SandboxDelivery.IsHeard"/>).</exception>
    public Task<HttpStatusCode> SendAsync(SandboxDelivery delivery, Uri hook, CancellationToken cancellationToken) => delivery.IsHeard
        ? this.hook.SendAsync(delivery, hook, cancellationToken)
        : throw new InvalidOperationException($"GitHub does not send '{delivery.Event}' to an App that may not read it: grant the installation the permission, or ask IsHeard before.");

    /// <summary>The same, to <see cref="Hook"/>.</summary>
    public Task<HttpStatusCode> SendAsync(SandboxDelivery delivery, CancellationToken cancellationToken) =>
        SendAsync(delivery, Hook ?? throw new InvalidOperationException("Set Hook before sending: nobody said where webhooks go."), cancellationToken);

    /// <summary>Completes when the condition holds. It is asked after each change, while holding the state's gate: let it count rather than search.</summary>
    public async Task WaitUntilAsync(Func<SandboxState, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = changed.Next();

            lock (State.Gate)
            {
                if (condition(State))
                {
                    return;
                }
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await server.StopAsync(new CancellationToken(canceled: true)); // now: nobody is left to whom an answer matters
        await server.DisposeAsync();
        await hook.DisposeAsync();
    }
}
