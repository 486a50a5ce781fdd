using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.Handlers;
using Hotfix.Ports;

namespace Hotfix.Tests.Handlers;

/// <summary>A worker on a store of its own opening, for deliveries of the App itself: while it holds their key, it lets something happen.</summary>
internal sealed class SlowDrain
{
    private readonly SlowApp app;
    private readonly Drain drain;

    /// <param name="meanwhile">What happens while the key is held; it is told the delivery's place, from 1.</param>
    public SlowDrain(IStore store, TimeProvider time, Func<int, Task> meanwhile)
    {
        app = new(meanwhile);
        Doorbells = store.Queue("doorbells");
        Inbox = new(store.Documents, Doorbells, new(store.Documents), time);
        var handling = new Handling(store.Documents, Inbox, new Hotfix.GitHub.GitHubWebhooks(1), app, new(null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, WorkOptions.Default), null!, new(store.Documents), time);
        var attempt = new Attempt(Inbox, new(store.Documents), handling, new CallMeter(), WorkOptions.Default, time, new Random(1), []);
        drain = new(store.Documents, Doorbells, Inbox, attempt, WorkOptions.Default, time);
    }

    public IQueue Doorbells { get; }

    public Inbox Inbox { get; }

    /// <summary>How many deliveries it has come to.</summary>
    public int Calls => app.Calls;

    public Task<bool> ReceiveAsync(string id, CancellationToken cancellationToken) => Inbox.ReceiveAsync(new(id, "ping", "app", null, false, "{}"u8.ToArray()), cancellationToken);

    /// <summary>Takes the doorbell, which has rung, and answers it.</summary>
    public async Task AnswerAsync(CancellationToken cancellationToken) =>
        await drain.AnswerAsync((await Doorbells.TakeAsync(Drain.Hidden(WorkOptions.Default), CancellationToken.None))!, cancellationToken);

    /// <summary>Asked once a delivery who we are.</summary>
    private sealed class SlowApp(Func<int, Task> meanwhile) : IApp
    {
        public int Calls { get; private set; }

        public async Task<AppIdentity> IdentityAsync(CancellationToken cancellationToken)
        {
            await meanwhile(++Calls);

            return new(1, "hotfix-test");
        }

        public Task<AppRegistration> RegistrationAsync(CancellationToken cancellationToken) => throw new NotSupportedException("No delivery asks for this.");

        public void Forget(long installation) => throw new NotSupportedException("No delivery of this test asks for this.");
    }
}
