using Hotfix.Ports;
using Polly;
using Polly.Retry;

namespace Hotfix.GitHub.Calls;

/// <summary>Sends a read again when GitHub fails, breaks off or says nothing. A write goes once: what became of it is for the caller to find out.</summary>
internal sealed partial class Retried : ICalls
{
    private readonly ICalls next;
    private readonly ResiliencePipeline<Answer> pipeline;

    public Retried(int tries, TimeSpan firstPause, TimeProvider time, Random random, ICalls next, ILogger<Retried> logger)
    {
        this.next = next;

        if (tries <= 1)
        {
            pipeline = ResiliencePipeline<Answer>.Empty;
            return;
        }

        pipeline = new ResiliencePipelineBuilder<Answer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                ShouldHandle = new PredicateBuilder<Answer>().Handle<UnavailableException>().HandleResult(answer => answer.IsFailure),
                MaxRetryAttempts = tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = firstPause,
                UseJitter = true,
                Randomizer = () => Next(random),
                OnRetry = retry =>
                {
                    Log.Again(logger, retry.AttemptNumber + 2, retry.RetryDelay.TotalSeconds);
                    return default;
                },
            })
            .Build();
    }

    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken) => call.IsRepeatable
        ? await pipeline.ExecuteAsync(async cancellation => await next.SendAsync(call, cancellation), cancellationToken)
        : await next.SendAsync(call, cancellationToken);

    private static double Next(Random random)
    {
        lock (random) // one that is not Random.Shared breaks when two threads use it
        {
#pragma warning disable CA5394 // Insecure randomness: it spreads pauses and guards nothing
            return random.NextDouble();
#pragma warning restore CA5394
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "GitHub failed to answer a read; try {Try} in {Seconds} s.")]
        public static partial void Again(ILogger logger, int @try, double seconds);
    }
}
