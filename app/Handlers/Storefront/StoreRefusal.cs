namespace Hotfix.Handlers.Storefront;

/// <summary>What was wanted of the store is not done, by our own rules or because of what it answered: one sentence with what would be right.</summary>
internal sealed class StoreRefusal(string sentence) : Exception(sentence);
