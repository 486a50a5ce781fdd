using System.Text.Json;

namespace Hotfix.Browser;

/// <summary>What the browser tells unasked.</summary>
/// <param name="Session">Of the page or worker it is about; null when it is about the browser.</param>
internal sealed record DevToolsEvent(string? Session, string Method, JsonElement Parameters);
