using Hotfix.Commands;
using Hotfix.Commands.Reading;
using Hotfix.Profiles;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Commands;

/// <summary>What the registry declares, and the pages that tell of it.</summary>
public sealed class RegistryTests
{
    public static TheoryData<string> Names => [.. Registry.Verbs.Select(verb => verb.Rule.Name)];

    [Fact]
    public void No_two_verbs_have_one_name() => Assert.Distinct(Registry.Verbs.Select(verb => verb.Rule.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_of_a_verb_is_one_of_it(string name)
    {
        var reading = CommandReader.Read(Registry.Find(name)!.Rule.Example, [.. Registry.Verbs.Select(verb => verb.Rule)]);

        Assert.Equal((name, null), (reading.Command?.Verb, reading.Refusal));
    }

    [Fact]
    public void README_has_the_table_of_all() => MadeText.Check("README.md", "commands", string.Join(
        '\n',
        ["| command | what it does | where | who |", "| --- | --- | --- | --- |", .. Registry.Verbs.Select(verb => HelpText.Row(verb.Rule, null))]));

    /// <summary>README and help have one table: what <c>help</c> answers where the config changes nothing.</summary>
    [Fact]
    public void Help_has_the_same_table()
    {
        var help = HelpText.All(ProfileReader.BuiltIn(BuiltIns.Default));

        Assert.All(Registry.Verbs, verb => Assert.Contains(HelpText.Row(verb.Rule, null), help, StringComparison.Ordinal));
    }

    /// <summary>CONTRIBUTING shows how a verb is made by a real one: its three files are there, and say what the page says.</summary>
    [Fact]
    public void CONTRIBUTING_shows_a_real_verb()
    {
        var page = File.ReadAllText(Repo.File("CONTRIBUTING.md"));
        (string Path, string Has)[] files =
        [
            ("app/Commands/Verbs/RoleVerb.cs", "class RoleVerb() : Verb(new("),
            ("app/Commands/Registry.cs", "new RoleVerb(),"),
            ("tests/Scenarios/Commands/RoleScenarios.cs", "/hotfix role"),
        ];

        Assert.All(files, file =>
        {
            Assert.Contains($"`{file.Path}`", page, StringComparison.Ordinal);
            Assert.Contains(file.Has, File.ReadAllText(Repo.File(file.Path.Split('/'))), StringComparison.Ordinal);
        });
        Assert.Contains("`new RoleVerb(),`", page, StringComparison.Ordinal);
    }
}
