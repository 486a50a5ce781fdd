using System.Net;

namespace Hotfix.Sandbox.Store;

/// <summary>
/// An in-memory Chrome Web Store (API v2) behind real HTTP, on a free port of the loopback address, with those who give tokens for it. It has the real one's rules, and its words where they are known; each request is held against the shapes of the reference (<see cref="Wrong"/>).
/// </summary>
internal sealed class SandboxStore : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly WebApplication server;
    private readonly TimeProvider time;
    private readonly List<SandboxItem> items = [];
    private readonly List<string> wrong = [];
    private readonly List<string> calls = [];
    private readonly List<(string Ending, StoreFault Fault)> faults = [];
    private readonly List<(string Ending, Action Act)> meanwhile = [];

    private SandboxStore(WebApplication server, TimeProvider time)
    {
        (this.server, this.time) = (server, time);
        Identity = new(time, gate);
    }

    /// <summary>Without a slash at its end.</summary>
    public string Url { get; private set; } = "";

    public SandboxIdentity Identity { get; }

    /// <summary>Whether the API is switched off in the token's project.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Whether the account was not added to the publisher.</summary>
    public bool IsForbidden { get; set; }

    /// <summary>What was asked in another shape than the API has, a sentence each. A test that finds any has left the reference.</summary>
    public IReadOnlyList<string> Wrong => Locked(() => wrong.ToList());

    /// <summary>The methods that were called, in order; tokens are none of them.</summary>
    public IReadOnlyList<string> Calls => Locked(() => calls.ToList());

    /// <summary>What leads a client here instead of to Google, by the names of the environment's variables.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["CHROME_STORE_URL"] = Url,
        ["CHROME_TOKEN_URL"] = $"{Url}/oauth/token",
        ["CHROME_STS_URL"] = $"{Url}/sts/v1/token",
        ["CHROME_IAM_URL"] = $"{Url}/iam",
    };

    /// <summary>Where a job asks for its identity, as GitHub names it: <c>ACTIONS_ID_TOKEN_REQUEST_URL</c>.</summary>
    public string IdTokenUrl => $"{Url}/github/id-token?api-version=2.0";

    public static async Task<SandboxStore> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        // Empty, not slim: nothing of the surrounding program's configuration, environment or logging may reach the sandbox.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });

        var server = builder.Build();
        var store = new SandboxStore(server, time);
        server.Run(store.HandleAsync);
        await server.StartAsync(cancellationToken);
        store.Url = server.Urls.First();

        return store;
    }

    /// <summary>An item that somebody made in the dashboard; the API cannot.</summary>
    public SandboxItem Add(string publisher = "acme")
    {
        var item = new SandboxItem(publisher, time, gate);
        Locked(() =>
        {
            items.Add(item);

            return true;
        });

        return item;
    }

    /// <summary>The next requests whose path ends so fail in this way, one after another.</summary>
    public void Fail(string ending, params StoreFault[] ways) => Locked(() =>
    {
        faults.AddRange(ways.Select(fault => (ending, fault)));

        return true;
    });

    /// <summary>Just before the next request whose path ends so is answered, this happens: somebody else was there first.</summary>
    public void Before(string ending, Action act) => Locked(() =>
    {
        meanwhile.Add((ending, act));

        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
        Identity.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = await StoreRequest.ReadAsync(context);
        var reply = Locked(() => Answer(request));

        if (reply is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.Type;
        context.Response.Headers.Location = reply.Location;
        context.Response.Headers.RetryAfter = reply.RetryAfter;
        await context.Response.Body.WriteAsync(reply.Bytes, context.RequestAborted);
    }

    /// <summary>Null when the connection is to be cut.</summary>
    private StoreReply? Answer(StoreRequest request)
    {
        Take(meanwhile, request.Path)?.Invoke();
        var fault = Take(faults, request.Path);
        var reply = fault is null or { Happens: true } ? Done(request) : null;

        return fault switch
        {
            null => reply,
            { Status: 0 } => null,
            { Reply: { } own } => own,
            { Status: 307 } => StoreErrors.Redirect("https://elsewhere.example/"),
            { RetryAfter: { } seconds } => StoreErrors.Failing(fault.Status) with { RetryAfter = $"{seconds}" },
            _ => StoreErrors.Failing(fault.Status),
        };
    }

    private StoreReply Done(StoreRequest request)
    {
        if (Identity.Answer(request, wrong) is { } token)
        {
            return token;
        }

        wrong.AddRange(StoreShapes.Objections(request));

        if (StoreShapes.Match(request.Path) is not { Success: true } route)
        {
            return StoreErrors.NotFound;
        }

        var method = route.Groups["method"].Value;
        calls.Add(method == "rollback" && StoreMethods.IsValidation(request) ? "rollback?" : method);

        return Refusal(request) ?? Answer(request, method, items.Find(item => item.Publisher == route.Groups["publisher"].Value && item.Id == route.Groups["item"].Value));
    }

    private StoreReply? Refusal(StoreRequest request) => request switch
    {
        _ when request.Bearer is not { } bearer || !Identity.Knows(bearer) => StoreErrors.Unauthenticated,
        _ when !Identity.Allows(request.Bearer, SandboxIdentity.StoreScope, request.Method == "GET" ? SandboxIdentity.ReadScope : SandboxIdentity.StoreScope) => StoreErrors.ScopeInsufficient,
        _ when IsDisabled => StoreErrors.ServiceDisabled,
        _ when IsForbidden => StoreErrors.PermissionDenied,
        _ => null,
    };

    private static StoreReply Answer(StoreRequest request, string method, SandboxItem? item)
    {
        try
        {
            return item is null ? StoreErrors.NotFound : StoreMethods.Answer(request, method, item);
        }
        catch (StoreRefused refused)
        {
            return refused.Reply;
        }
    }

    private static T? Take<T>(List<(string Ending, T Value)> planned, string path)
        where T : class
    {
        var at = planned.FindIndex(one => path.EndsWith(one.Ending, StringComparison.Ordinal));

        if (at < 0)
        {
            return null;
        }

        var value = planned[at].Value;
        planned.RemoveAt(at);

        return value;
    }

    private T Locked<T>(Func<T> act)
    {
        lock (gate)
        {
            return act();
        }
    }
}
