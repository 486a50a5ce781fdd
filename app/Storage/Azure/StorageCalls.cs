using Hotfix.Ports;
using Polly;
using Polly.Retry;

namespace Hotfix.Storage.Azure;

/// <summary>
/// Sends a call, and again with growing pauses when the account is busy or nothing comes back. What an earlier try may have done is for the caller to find out: <see cref="StorageAnswer.IsInDoubt"/>.
/// <para>Errors: <see cref="StoreUnavailableException"/> after the last try, and when we are refused.</para>
/// </summary>
internal sealed partial class StorageCalls
{
    private readonly StorageWire wire;
    private readonly ResiliencePipeline<StorageAnswer> pipeline;

    public StorageCalls(StorageWire wire, AzureOptions options, TimeProvider time, Random random, ILogger logger)
    {
        this.wire = wire;
        pipeline = new ResiliencePipelineBuilder<StorageAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<StorageAnswer>
            {
                ShouldHandle = new PredicateBuilder<StorageAnswer>().Handle<StoreUnavailableException>().HandleResult(answer => answer.IsPassing),
                MaxRetryAttempts = options.Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.FirstPause,
                UseJitter = true,
                Randomizer = () => Next(random),
                OnRetry = retry =>
                {
                    var why = Why(retry.Outcome);
                    Log.Again(logger, why, retry.AttemptNumber + 2, retry.RetryDelay.TotalSeconds);
                    return default;
                },
            })
            .Build();
    }

    public async Task<StorageAnswer> SendAsync(StorageCall call, CancellationToken cancellationToken)
    {
        var (inDoubt, mayBeDone) = (false, false);
        var answer = await pipeline.ExecuteAsync(async cancellation =>
        {
            (inDoubt, mayBeDone) = (inDoubt || mayBeDone, true);
            var answer = await wire.SendAsync(call, cancellation);
            mayBeDone = !answer.IsTurnedAway;

            return answer;
        }, cancellationToken);

        return (int)answer.Status is 401 or 403 || answer.IsPassing ? throw Refused(call, answer) : answer with { IsInDoubt = inDoubt };
    }

    /// <summary>The store answers, and not what we can use.</summary>
    public static StoreUnavailableException Refused(StorageCall call, StorageAnswer answer) => new((int)answer.Status switch
    {
        401 or 403 => $"The store at {call.Uri.Authority} refuses us ({answer.Code}): look at the key, the signature or the identity's roles that HOTFIX_STORE goes by, and at this machine's clock.",
        _ => $"The store at {call.Uri.Authority} answers {(int)answer.Status} {answer.Code} when asked to {call.What}.",
    });

    private static string Why(Outcome<StorageAnswer> outcome) => outcome.Exception?.Message ?? $"The store answers {(int)outcome.Result!.Status} {outcome.Result.Code}.";

    private static double Next(Random random)
    {
        lock (random) // one that is not Random.Shared breaks when two threads use it
        {
            return random.NextDouble();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Why} Try {Try} in {Seconds} s.")]
        public static partial void Again(ILogger logger, string why, int @try, double seconds);
    }
}
