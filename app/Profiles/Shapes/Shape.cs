namespace Hotfix.Profiles.Shapes;

/// <summary>What may stand in one place of a profile. Made from the records that a profile binds to (<see cref="ProfileShape"/>), so what reads, explains and completes a file can never know less than they do.</summary>
/// <param name="Type">Of the value that it binds to.</param>
internal abstract record Shape(Type Type)
{
    /// <summary>What belongs here, for a sentence: "a number".</summary>
    public abstract string Wanted { get; }
}

/// <summary>A map of known keys.</summary>
internal sealed record RecordShape(Type Type, IReadOnlyList<KeyShape> Keys) : Shape(Type)
{
    public override string Wanted => "a map";

    public KeyShape? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
}

/// <param name="Required">It must be there in the end, in the file or in what it extends.</param>
/// <param name="Nullable">It may be absent, and then stands for nothing.</param>
internal sealed record KeyShape(string Name, Shape Shape, bool Required, bool Nullable, string? Description);

/// <summary>A map whose keys a team may choose, or with <paramref name="Names"/> those of a list.</summary>
internal sealed record TableShape(Type Type, IReadOnlyList<string>? Names, Shape Value) : Shape(Type)
{
    public override string Wanted => "a map";
}

internal sealed record ListShape(Type Type, Shape Item) : Shape(Type)
{
    /// <summary>By which keys an item that is a map is known, so that it can be named.</summary>
    public static IReadOnlyList<string> Names { get; } = ["name", "label", "id"];

    /// <summary>The keys of a map that stands in a list's place and changes the list that is extended.</summary>
    public static IReadOnlyList<string> Changes { get; } = ["prepend", "add", "remove"];

    public override string Wanted => "a list";
}

internal sealed record TextShape(Type Type, Format? Format) : Shape(Type)
{
    public override string Wanted => Format?.Wanted ?? "text";
}

/// <summary>From 0 on: nothing a profile counts or weighs is less.</summary>
internal sealed record NumberShape(Type Type, bool Whole) : Shape(Type)
{
    public override string Wanted => Whole ? "a whole number" : "a number";
}

internal sealed record FlagShape() : Shape(typeof(bool))
{
    public override string Wanted => "true or false";
}

/// <summary>One of these words.</summary>
internal sealed record ChoiceShape(Type Type, IReadOnlyList<string> Names) : Shape(Type)
{
    public override string Wanted => "one of " + Wording.List(Names);
}
