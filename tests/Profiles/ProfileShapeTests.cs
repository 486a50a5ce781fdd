using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Profiles;

/// <summary>What holds for every built-in profile, whatever its team does.</summary>
public sealed partial class ProfileShapeTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Names => [.. BuiltIns.Names];

    /// <summary>The description is a key's only documentation: one sentence, with an end.</summary>
    [Fact]
    public void Every_key_is_described() => Assert.All(
        Types(typeof(Profile), []).SelectMany(type => type.GetProperties().Where(property => property.Name != "EqualityContract")),
        property => Assert.True(property.GetCustomAttribute<DescriptionAttribute>()?.Description is { } text && Sentence().IsMatch(text), $"{property.DeclaringType!.Name}.{property.Name}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_missing(string name) => Assert.Empty(Missing(ProfileReader.BuiltIn(name), name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_in_their_list_and_phases_exist(string name) => Assert.All(ProfileReader.BuiltIn(name).Checklists.Values, checklist =>
    {
        Assert.Distinct(checklist.Items.Select(item => item.Id));
        Assert.Distinct(checklist.Phases.Select(phase => phase.Id));
        Assert.Subset(checklist.Phases.Select(phase => (string?)phase.Id).ToHashSet(), checklist.Items.Select(item => item.Phase).ToHashSet());
        Assert.All(checklist.Items, item => Assert.Matches("^[a-z0-9_]+$", item.Id));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_named_exists(string name)
    {
        var profile = ProfileReader.BuiltIn(name);
        var channels = profile.Communication.Channels.Keys.ToHashSet();

        Assert.All(profile.Severities.Values.Select(severity => severity.Checklist).OfType<string>(), checklist => Assert.True(profile.Checklists.ContainsKey(checklist), checklist));
        Assert.Subset(channels, profile.Communication.Announcements.Values.SelectMany(announcement => announcement.Channels).ToHashSet());
        Assert.Subset(channels, profile.Communication.Messages.SelectMany(message => message.Channels).ToHashSet());
        Assert.Subset(channels, profile.Alerts.Values.SelectMany(alert => alert.Channels).ToHashSet());
        Assert.Subset(profile.Signals.Select(signal => signal.Name).ToHashSet(), profile.SignalSeverities.Keys.ToHashSet());
        Assert.Distinct(profile.Signals.Select(signal => signal.Name));
        Assert.Equal(4, profile.Testing.Count);
        Assert.True(profile.Pipeline?.DefaultTarget is null || profile.Targets.ContainsKey(profile.Pipeline.DefaultTarget));
    }

    /// <summary>A phrase that stands twice costs time and says nothing.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_signal_has_a_phrase_twice(string name) => Assert.All(ProfileReader.BuiltIn(name).Signals, signal => Assert.Distinct(signal.Phrases));

    [Fact]
    public void No_telephone_number_and_no_address_ships() => Assert.All(
        Directory.GetFiles(Repo.File("app", "Profiles"), "*.yaml"),
        file => Assert.DoesNotMatch(@"\+\d[\d-]{6,}|\w@\w|\d+\.\d+\.\d+\.\d+|https?://", File.ReadAllText(file)));

    /// <summary>Paths of values that are null though their type says they are not.</summary>
    private static IEnumerable<string> Missing(object record, string path) => record.GetType().GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && IsOurs(property.DeclaringType!))
        .SelectMany(property => (property.GetValue(record), Nullability.Create(property).ReadState) switch
        {
            (null, NullabilityState.NotNull) => [$"{path}.{property.Name}"],
            (string or null, _) => [],
            (IDictionary table, _) => table.Values.Cast<object>().Where(value => IsOurs(value.GetType())).SelectMany(value => Missing(value, $"{path}.{property.Name}")),
            (IEnumerable list, _) => list.Cast<object>().Where(value => IsOurs(value.GetType())).SelectMany(value => Missing(value, $"{path}.{property.Name}")),
            ({ } value, _) => IsOurs(value.GetType()) ? Missing(value, $"{path}.{property.Name}") : [],
        });

    private static HashSet<Type> Types(Type type, HashSet<Type> known)
    {
        foreach (var part in type.IsGenericType ? type.GetGenericArguments() : [type])
        {
            if (part.IsGenericType)
            {
                Types(part, known);
            }
            else if (IsOurs(part) && known.Add(part))
            {
                foreach (var property in part.GetProperties().Where(property => property.Name != "EqualityContract"))
                {
                    Types(property.PropertyType, known);
                }
            }
        }

        return known;
    }

    private static bool IsOurs(Type type) => type is { Namespace: "Hotfix.Domain", IsEnum: false, IsGenericType: false } && type != typeof(Span);

    [GeneratedRegex(@"^[A-Z].{5,}[.]$")]
    private static partial Regex Sentence();
}
