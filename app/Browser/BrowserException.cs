namespace Hotfix.Browser;

/// <summary>The browser refused a call, or what the call was about is gone; the message is the browser's, and may hold an extension's words.</summary>
/// <param name="code">JSON-RPC's; 0 where nobody answered.</param>
internal sealed class BrowserException(int code, string message) : Exception(message)
{
    public int Code => code;
}
