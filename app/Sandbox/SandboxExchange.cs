namespace Hotfix.Sandbox;

/// <summary>
/// One request and what was answered, for checking both against GitHub's description of its API. The target is the path as it was sent, still escaped, with its
/// query; the status is 0 when the connection was cut without an answer.
/// </summary>
internal sealed record SandboxExchange(string Method, string Target, ReadOnlyMemory<byte> RequestBody, int Status, ReadOnlyMemory<byte> ResponseBody);
