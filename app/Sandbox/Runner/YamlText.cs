using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hotfix.Sandbox.Runner;

/// <summary>YAML of our own as JSON in which every scalar is a text, as the runner takes inputs. Aliases are not followed: GitHub does not either.</summary>
internal static class YamlText
{
    /// <exception cref="RunnerFault">It is no YAML, or has an alias.</exception>
    public static JsonNode? Read(string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();

            return Value(parser);
        }
        catch (YamlException wrong)
        {
            throw new RunnerFault($"Line {wrong.Start.Line} is no YAML: {wrong.Message}");
        }
    }

    private static JsonNode? Value(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return JsonValue.Create(scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JsonArray();

            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Value(parser));
            }

            return list;
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var map = new JsonObject();

            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();

                if (!map.TryAdd(key.Value, Value(parser)))
                {
                    throw new RunnerFault($"Line {key.Start.Line} says '{key.Value}' a second time.");
                }
            }

            return map;
        }

        throw new RunnerFault($"Line {parser.Current?.Start.Line} has an alias, which GitHub does not take.");
    }
}
