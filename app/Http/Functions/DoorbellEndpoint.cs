using Hotfix.Handlers;
using Hotfix.Ports;

namespace Hotfix.Http.Functions;

/// <summary>The text that we put into the queue, from what is in a message of it: only the store knows how it lays it down.</summary>
internal delegate string MessageText(string message);

/// <summary>
/// <c>POST /doorbell…</c>: the queues' messages, one an invocation. Those that the host gave up come to <c>…-poison</c>.
/// <para>Shape: <see cref="Envelope"/>. Answers: <see cref="Invocation"/>.</para>
/// </summary>
internal sealed class DoorbellEndpoint(Drain drain, Poison poison, IQueue doorbells, MessageText textOf, WorkOptions options, TimeProvider time)
{
    /// <summary>Bytes. A doorbell has some hundred.</summary>
    private const int MaxBytes = 256 * 1024;

    public async Task AnswerAsync(HttpRequest request, bool urgent, CancellationToken cancellationToken)
    {
        var (key, takes) = await ReadAsync(request, cancellationToken);
        await drain.AnswerAsync(new HostDoorbell(doorbells, key, Holder(), urgent, takes, options, time), cancellationToken);
    }

    public async Task KeepAsync(HttpRequest request, bool urgent, CancellationToken cancellationToken)
    {
        var (key, _) = await ReadAsync(request, cancellationToken);
        await poison.KeepAsync(key, Holder(), urgent, cancellationToken);
    }

    private static string Holder() => Guid.NewGuid().ToString("N");

    private async Task<(string Key, int Takes)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken) ?? throw new FormatException($"The envelope has more than {MaxBytes} bytes.");
        var envelope = Envelope.Parse(body);

        return (textOf(envelope.Text), envelope.Takes);
    }
}
