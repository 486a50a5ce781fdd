using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Hotfix.Domain;

/// <summary>An immutable list that equals another with equal items, so that records which hold one keep their value equality.</summary>
[CollectionBuilder(typeof(Values), nameof(Values.Create))]
internal readonly struct Values<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<Values<T>>
{
    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public static bool operator ==(Values<T> left, Values<T> right) => left.Equals(right);

    public static bool operator !=(Values<T> left, Values<T> right) => !left.Equals(right);

    public bool Equals(Values<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is Values<T> other && Equals(other);

    public override int GetHashCode() => Items.Aggregate(Count, HashCode.Combine);

    public override string ToString() => $"[{string.Join(", ", Items)}]";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Lets a collection expression make a <see cref="Values{T}"/>.</summary>
internal static class Values
{
    public static Values<T> Create<T>(ReadOnlySpan<T> items) => new(ImmutableArray.Create(items));
}
