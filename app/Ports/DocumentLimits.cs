namespace Hotfix.Ports;

/// <summary>
/// The limits every engine enforces before it writes: those of Azure Table Storage, the narrowest of the engines.
/// Source: Azure Storage REST, "Understanding the Table service data model" and "Performing entity group transactions".
/// </summary>
internal static class DocumentLimits
{
    /// <summary>Bytes. An entity may hold 1 MiB with its keys and property names; this leaves room for them.</summary>
    public const int MaxBodyBytes = 960 * 1024;

    public const int MaxBatchWrites = 100;

    /// <summary>Bytes. A batch may hold 4 MiB; this leaves room for what surrounds the bodies, which travel as base64.</summary>
    public const int MaxBatchBytes = 2 * 1024 * 1024;

    public const int MaxKeyCharacters = 512;

    /// <exception cref="ArgumentException">Names the key, and what is wrong with it.</exception>
    public static void CheckKey(string key, string what)
    {
        if (key.Length is 0 or > MaxKeyCharacters)
        {
            throw new ArgumentException($"A {what} key has 1 to {MaxKeyCharacters} characters; this one has {key.Length}.", nameof(key));
        }

        // Without surrogates, the order of UTF-16 units (C#, Azure) is the order of UTF-8 bytes (SQLite); U+FFFF is where a prefix ends.
        if (key.AsSpan().ContainsAny(@"/\#?") || key.Any(character => char.IsControl(character) || char.IsSurrogate(character) || character == '\uffff'))
        {
            throw new ArgumentException(
                $"A {what} key holds no '/', '\\', '#', '?', control character or character above U+FFFE; '{key}' does.", nameof(key));
        }
    }

    /// <exception cref="ArgumentException">Names the row or the sum that is over the limit.</exception>
    public static void CheckBatch(string partition, IReadOnlyList<DocumentWrite> writes)
    {
        CheckKey(partition, "partition");

        if (writes.Count is 0 or > MaxBatchWrites)
        {
            throw new ArgumentException($"A batch holds 1 to {MaxBatchWrites} writes; this one holds {writes.Count}.", nameof(writes));
        }

        var bytes = 0;
        var rows = new HashSet<string>(StringComparer.Ordinal);

        foreach (var write in writes)
        {
            CheckKey(write.Row, "row");

            if (!rows.Add(write.Row))
            {
                throw new ArgumentException($"A batch names a row once; '{write.Row}' is named twice.", nameof(writes));
            }

            var size = write.Body.Length;

            if (size > MaxBodyBytes)
            {
                throw new ArgumentException($"A document holds at most {MaxBodyBytes} bytes; '{write.Row}' has {size}.", nameof(writes));
            }

            bytes += size;
        }

        if (bytes > MaxBatchBytes)
        {
            throw new ArgumentException($"A batch holds at most {MaxBatchBytes} bytes; this one has {bytes}.", nameof(writes));
        }
    }
}
