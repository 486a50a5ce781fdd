using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Commands;
using Hotfix.Domain;

namespace Hotfix.Profiles.Shapes;

/// <summary>The shape of a profile, read off the contract by which it is bound (<see cref="ProfileJson"/>): a key that is added to a record is known here at once.</summary>
internal static class ProfileShape
{
    public static RecordShape Root { get; } = (RecordShape)Of(ProfileJson.Default.Profile, null);

    /// <summary>A team's file: the same, and what it extends.</summary>
    public static RecordShape File { get; } = Root with { Keys = [new("extends", new ChoiceShape(typeof(string), BuiltIns.Names), false, false, "The profile that this one changes; what is not said here is as it is there."), .. Root.Keys] };

    private static Shape Of(JsonTypeInfo type, Format? format) => Nullable.GetUnderlyingType(type.Type) is { } underlying ? Of(Info(underlying, type), format) : type switch
    {
        { Kind: JsonTypeInfoKind.Object } => new RecordShape(type.Type, [.. type.Properties.Select(property => Key(property, type))]),
        { Kind: JsonTypeInfoKind.Dictionary } => new TableShape(type.Type, type.KeyType is { IsEnum: true } key ? Names(Info(key, type)) : null, Of(Info(type.ElementType!, type), format)),
        { Type: { IsGenericType: true } list } when list.GetGenericTypeDefinition() == typeof(Values<>) => new ListShape(list, Of(Info(list.GenericTypeArguments[0], type), format)),
        { Type.IsEnum: true } => new ChoiceShape(type.Type, Names(type)),
        _ when type.Type == typeof(Span) => new TextShape(type.Type, Formats.Duration),
        _ when type.Type == typeof(string) => new TextShape(type.Type, format),
        _ when type.Type == typeof(bool) => new FlagShape(),
        _ when type.Type == typeof(int) => new NumberShape(type.Type, Whole: true),
        _ when type.Type == typeof(decimal) => new NumberShape(type.Type, Whole: false),
        _ => throw new NotSupportedException($"A profile's record holds a {type.Type.Name}, and nobody has said how that is written in YAML."),
    };

    private static KeyShape Key(JsonPropertyInfo property, JsonTypeInfo owner)
    {
        var member = property.AttributeProvider as MemberInfo;
        var shape = Of(Info(property.PropertyType, owner), Formats.Of(owner.Type, member?.Name ?? property.Name));

        if (shape is TableShape table && (owner.Type, member?.Name) == (typeof(Profile), nameof(Profile.Commands)))
        {
            shape = table with { Names = [.. Registry.Verbs.Select(verb => verb.Rule.Name)] };
        }

        var nullable = property.IsSetNullable || property.AssociatedParameter is { IsNullable: true } || Nullable.GetUnderlyingType(property.PropertyType) is not null;

        // A list or a flag that is left out is empty or false; everything else must be said.
        var required = !nullable && shape is not (ListShape or FlagShape) && property.AssociatedParameter is not { HasDefaultValue: true };

        return new(property.Name, shape, required, nullable, member?.GetCustomAttribute<DescriptionAttribute>()?.Description);
    }

    private static JsonTypeInfo Info(Type type, JsonTypeInfo known) => known.Options.GetTypeInfo(type);

    /// <summary>An enum's words, by the converter that reads them.</summary>
    private static IReadOnlyList<string> Names(JsonTypeInfo type) =>
        [.. Enum.GetNames(type.Type).Select(name => JsonSerializer.SerializeToElement(Enum.Parse(type.Type, name), type).GetString()!)];
}
