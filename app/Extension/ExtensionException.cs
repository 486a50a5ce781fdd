namespace Hotfix.Extension;

/// <summary>What was given is not fit for what was asked: one sentence that says what is wrong, where, and what would be right.</summary>
internal sealed class ExtensionException(string sentence) : Exception(sentence);
