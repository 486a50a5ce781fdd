using System.Runtime.CompilerServices;
using Hotfix.Ports;

namespace Hotfix.Tests.Support;

/// <summary>GitHub's record of deliveries as a test writes it.</summary>
internal sealed class FakeRecord : IHookDeliveries
{
    private readonly List<(DeliveryAttempt Attempt, byte[]? Payload)> all = [];

    /// <summary>What comes instead of a payload that is not there.</summary>
    public Exception? Refusal { get; init; }

    /// <summary>What comes instead of the record, while it is set; told at which page it was to be read.</summary>
    public Func<string?, Exception?> Unlisted { get; set; } = _ => null;

    public int PageSize { get; init; } = int.MaxValue;

    /// <summary>Happens with each page that is read, and with each payload.</summary>
    public Action Passing { get; init; } = () => { };

    public List<long> Asked { get; } = [];

    public int Read { get; private set; }

    /// <summary>How often somebody began to read.</summary>
    public int Begun { get; private set; }

    public DeliveryAttempt Add(DateTimeOffset at, byte[]? payload, int status = 502, string name = "issues")
    {
        all.Add((new(all.Count + 1, $"{Guid.NewGuid()}", name, at, status), payload));

        return all[^1].Attempt;
    }

    public async IAsyncEnumerable<DeliveryAttempt> AttemptsAsync(string? page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Begun++;

        if (Unlisted(page) is { } wrong)
        {
            throw wrong;
        }

        foreach (var (number, attempts) in all.Select(one => one.Attempt).OrderByDescending(attempt => attempt.DeliveredAt).Chunk(Math.Min(PageSize, all.Count + 1)).Index().Skip(page is null ? 0 : int.Parse(page, null)))
        {
            await Task.Yield();
            Passing();

            foreach (var attempt in attempts)
            {
                Read++;

                yield return attempt with { Page = $"{number}" };
            }
        }
    }

    public Task<ReadOnlyMemory<byte>> PayloadAsync(long attempt, CancellationToken cancellationToken)
    {
        Asked.Add(attempt);
        Passing();

        return all.Single(one => one.Attempt.Id == attempt).Payload is { } payload ? Task.FromResult<ReadOnlyMemory<byte>>(payload) : Task.FromException<ReadOnlyMemory<byte>>(Refusal!);
    }
}
