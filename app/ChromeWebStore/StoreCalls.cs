using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.ChromeWebStore.Access;
using Hotfix.Ports;

namespace Hotfix.ChromeWebStore;

/// <summary>Calls of the store's API with its token. A token that the store turns down is replaced once, where that can be: what was turned down was not done.</summary>
internal sealed class StoreCalls(StoreWire wire, StoreTokens tokens)
{
    /// <exception cref="RefusedException">The store says no.</exception>
    /// <exception cref="UnavailableException">It says nothing.</exception>
    public async Task<T> SendAsync<T>(StoreCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(call, cancellationToken);

        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new UnavailableException($"The store's answer cannot be read ({call.What}){(call.IsRepeatable ? "" : ", so it is not known whether it did that")}.");
        }
    }

    public async Task<StoreAnswer> SendAsync(StoreCall call, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var answer = await wire.SendAsync(call with { Authorization = token }, cancellationToken);

        if (answer.Status == 401 && tokens.Drop(token))
        {
            answer = await wire.SendAsync(call with { Authorization = await tokens.GetAsync(cancellationToken) }, cancellationToken);
        }

        return answer.IsSuccess ? answer : throw StoreComplaint.Of(answer).Refusal(call);
    }
}
