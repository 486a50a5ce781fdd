namespace Hotfix.Cli;

/// <summary>What a person gave cannot be used; the message is one sentence for them.</summary>
internal sealed class InputException(string message, Exception? inner = null) : Exception(message, inner);
