using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles;

/// <summary>
/// The JSON schema of a team's file, for editors that complete and explain. Exported from the records that a file binds to; then made partial, as a file is: nothing is required but in what a list holds, lists may be changed
/// instead of replaced, <c>null</c> takes away. It refuses nothing that the reader (<see cref="ConfigReader"/>) takes; what only the reader can tell, like two values that contradict each other, it lets through.
/// <para>Source: JSON Schema, draft 2020-12.</para>
/// </summary>
internal sealed class ConfigSchema
{
    /// <summary>What a list may be, by what it holds: written down once, since most lists hold the same.</summary>
    private readonly SortedDictionary<string, JsonObject> lists = new(StringComparer.Ordinal);

    private ConfigSchema()
    {
    }

    public static JsonObject Create() => new ConfigSchema().Whole();

    private JsonObject Whole()
    {
        var schema = Export(ProfileShape.Root, isWhole: false);
        AddDefaults(schema, ConfigReader.BuiltIn(BuiltIns.Default).Origins.Root);
        var extends = ProfileShape.File.Find("extends")!;
        schema["properties"]!.AsObject().Insert(0, extends.Name, new JsonObject
        {
            ["description"] = extends.Description,
            ["enum"] = Names(BuiltIns.Names),
            ["default"] = BuiltIns.Default,
        });

        return new JsonObject([
            KeyValuePair.Create<string, JsonNode?>("$schema", "https://json-schema.org/draft/2020-12/schema"),
            KeyValuePair.Create<string, JsonNode?>("title", "Hotfix configuration"),
            KeyValuePair.Create<string, JsonNode?>("description", "A team's process: .github/hotfix.yml. Every key is optional; what is not said is as in the profile that is extended."),
            .. schema.Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone())),
            KeyValuePair.Create<string, JsonNode?>("$defs", new JsonObject(lists.Select(list => KeyValuePair.Create<string, JsonNode?>(list.Key, list.Value)))),
        ]);
    }

    /// <param name="isWhole">What must be there has to be there: in an item of a list, which extends nothing.</param>
    private JsonObject Export(Shape shape, bool isWhole) => (JsonObject)ProfileJson.Default.Options.GetTypeInfo(shape.Type).GetJsonSchemaAsNode(new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, exported) => Refine(exported, At(shape, context.Path.ToArray()), isWhole),
    });

    /// <summary>The shape that a path of the exporter speaks of.</summary>
    private static Shape At(Shape shape, string[] path) => (shape, path) switch
    {
        (_, []) => shape,
        (RecordShape record, ["properties", var key, .. var rest]) => At(record.Find(key)!.Shape, rest),
        (TableShape table, ["additionalProperties", .. var rest]) => At(table.Value, rest),
        _ => throw new InvalidOperationException($"The schema goes where no record does: {string.Join('/', path)}."),
    };

    /// <summary>What is below has been refined before.</summary>
    private JsonObject Refine(JsonNode exported, Shape shape, bool isWhole) => shape switch
    {
        RecordShape record => OfRecord(exported, record, isWhole),
        TableShape table => OfTable(exported, table, isWhole),
        ListShape list => OfList(list),
        ChoiceShape choice => new() { ["enum"] = Names(choice.Names) },
        TextShape { Format: { } format } => OfFormat(format),
        NumberShape { Whole: true } => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = int.MaxValue },
        NumberShape => new() { ["type"] = "number", ["minimum"] = 0 },
        FlagShape => new() { ["type"] = "boolean" },
        _ => new() { ["type"] = "string" },
    };

    private static JsonObject OfRecord(JsonNode exported, RecordShape record, bool isWhole)
    {
        var properties = new JsonObject();

        foreach (var key in record.Keys)
        {
            var schema = exported["properties"]![key.Name]!.DeepClone().AsObject();

            if (!key.Required)
            {
                AllowNull(schema);
            }

            if (key.Description is { } description)
            {
                schema.Insert(0, "description", description);
            }

            properties[key.Name] = schema;
        }

        var refined = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };

        if (isWhole)
        {
            refined["required"] = Names(record.Keys.Where(key => key.Required).Select(key => key.Name));
        }

        return refined;
    }

    private JsonObject OfTable(JsonNode exported, TableShape table, bool isWhole)
    {
        // The exporter leaves out what is said by a converter of ours alone.
        var value = exported["additionalProperties"]?.DeepClone().AsObject() ?? Export(table.Value, isWhole);

        if (table is not { Names: not null, Value: RecordShape })
        {
            AllowNull(value);
        }

        return table.Names is { } names
            ? new() { ["type"] = "object", ["properties"] = new JsonObject(names.Select(name => KeyValuePair.Create<string, JsonNode?>(name, value.DeepClone()))), ["additionalProperties"] = false }
            : new() { ["type"] = "object", ["additionalProperties"] = value };
    }

    private JsonObject OfList(ListShape list)
    {
        var name = "list_of_" + JsonNamingPolicy.SnakeCaseLower.ConvertName(list.Item is TextShape text ? text.Format?.Name.Replace(' ', '_') ?? "text" : list.Item.Type.Name);

        if (!lists.ContainsKey(name))
        {
            lists[name] = Definition(list);
        }

        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>A whole list, a change of the list that is extended, or null for none.</summary>
    private JsonObject Definition(ListShape list)
    {
        var items = new JsonObject { ["type"] = "array", ["items"] = Export(list.Item, isWhole: true) };
        var gone = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = list.Item is RecordShape ? new JsonArray("string", "object") : "string" } };
        var change = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["prepend"] = items.DeepClone(), ["add"] = items.DeepClone(), ["remove"] = gone },
            ["additionalProperties"] = false,
            ["minProperties"] = 1,
        };

        return new() { ["anyOf"] = new JsonArray(items, change, new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject OfFormat(Format format)
    {
        var schema = new JsonObject { ["type"] = "string" };

        if (format.Pattern is { } pattern)
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }

    private static void AllowNull(JsonObject schema)
    {
        if (schema["enum"] is JsonArray words)
        {
            words.Add((JsonNode?)null);
        }
        else if (schema["$ref"] is null)
        {
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        }
    }

    private static void AddDefaults(JsonObject schema, MapNode values)
    {
        foreach (var (key, known) in schema["properties"] as JsonObject ?? [])
        {
            switch (values.Find(key)?.Value)
            {
                case MapNode map:
                    AddDefaults(known!.AsObject(), map);
                    break;
                case ScalarNode scalar:
                    known!["default"] = JsonNode.Parse(NodeJson.Of(scalar).Span);
                    break;
            }
        }
    }

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];
}
