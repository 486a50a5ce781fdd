using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hotfix.Profiles;
using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Tests.Profiles;

/// <summary>What holds for every file. The seed is fixed, so that a run can be repeated.</summary>
public sealed class ConfigProperties
{
    private const string Example = "extends: browser-extension # so\nteam:\n  people: &all\n    ana: { expertise: [ui, \"storage\"], capacity: 2 }\nrules:\n  prepend:\n    - name: 'mine'\n      decision: batch\n      score_below: 3.5\ndependencies: { remove: [blocked by] }\nname: |\n  one\n";

    private static readonly Config Config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(400).WithReplay(20261121, 7);

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Elements("- ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", "&a ", "*a", "!!str ", "! ", "| \n", "> \n", "'", "\"", "\\u0041", "\\xZ", "\\uD800", "# ", "---\n", "...\n", "? ", "%YAML 1.2\n", "%TAG ! x\n", "\t", "\r\n", "\u0085", "\0", "\uD800", "~", "1e9", "null", "😀", "<<: "),
        Gen.Elements("score", "rules", "team", "severities", "P0", "extends", "cli", "add", "remove", "prepend", "name", "cap", "true", "12.5", "4h", "bots", "areas", "people", "99999999999999999999999999999999999999"));

    [Fact]
    public void No_bytes_make_the_reader_throw() => Check.One(Config, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => StandsInside(Encoding.UTF8.GetString(bytes))));

    [Fact]
    public void No_text_of_yaml_makes_the_reader_throw() => Check.One(Config.WithMaxTest(1500), Prop.ForAll(Gen.ListOf(Piece).Select(string.Concat).ToArbitrary(), StandsInside));

    [Fact]
    public void No_slip_of_a_finger_makes_the_reader_throw() => Check.One(
        Config.WithMaxTest(1000),
        Prop.ForAll(Gen.Choose(0, Example.Length - 4).SelectMany(at => Gen.Choose(0, 3).SelectMany(gone => Piece.Select(piece => Example.Remove(at, gone).Insert(at, piece)))).ToArbitrary(), StandsInside));

    [Fact]
    public void Laying_one_over_another_over_a_third_is_the_same_either_way()
    {
        var shape = new TableShape(typeof(object), null, new TableShape(typeof(object), null, new ListShape(typeof(object), new TextShape(typeof(string), null))));
        var merge = new Merge(new HashSet<Node>());
        var layer = Layer(Layer(Gen.ListOf(Gen.Elements("x", "y").Select(Text)).Select(Node (items) => new ListNode(Here, [.. items])))).ToArbitrary();

        Check.One(Config, Prop.ForAll(layer, layer, layer, (low, middle, high) => Alike.Are(
            merge.Over(merge.Over(low, middle, shape), high, shape)!,
            merge.Over(low, merge.Over(middle, high, shape), shape)!)));
    }

    private static Place Here { get; } = new("f", 1, 1);

    private static Node Text(string text) => new ScalarNode(Here, text, ScalarKind.Text);

    private static Gen<Node> Layer(Gen<Node> values) => Gen.SubListOf("a", "b", "c")
        .SelectMany(keys => Gen.ListOf(values, 3).Select(Node (list) => new MapNode(Here, [.. keys.Zip(list, (key, value) => new Entry(key, Here, value))])));

    private static bool StandsInside(string yaml)
    {
        var reading = ConfigReader.Read(yaml, "f");
        var lines = yaml.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');

        return reading.Profile is null == reading.Errors.Count > 0
            && reading.Errors.All(error => error.Line >= 1 && error.Line <= lines.Length && error.Column >= 1 && error.Column <= lines[error.Line - 1].Length + 1 && error.Message.Length > 10);
    }
}
