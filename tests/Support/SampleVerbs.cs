using Hotfix.Commands;
using Hotfix.Domain;

namespace Hotfix.Tests.Support;

/// <summary>A verb of every shape, for tests of how commands are read; the real ones are in <see cref="Registry"/>.</summary>
internal static class SampleVerbs
{
    public static Values<VerbRule> All { get; } =
    [
        Rule("severity", [new([OneOf("severity", "P0", "P1", "P2", "P3")])], [new("reason", "text", TakesText: true)]),
        Rule("pause", [new([OneOf("why", "reporter", "store")]), new([OneOf("why", "blocked"), new("issue", ArgumentKind.Issue, [])])]),
        Rule("assign", [new([new("login", ArgumentKind.Login, [])]), new([OneOf("next", "next")])]),
        Rule("start", [], [new("from", "tag"), new("version", "v"), new("name", "slug")]) with { CanRehearse = true },
        Rule("duplicate", [new([new("issue", ArgumentKind.Issue, [])])]),
        Rule("resume", [new([])]),
        Rule("next-release", []),
        Rule("timeline", [new([]), new([OneOf("add", "add"), new("text", ArgumentKind.Text, [])])], [new("at", "time")]),
        Rule("role", [new([OneOf("role", "commander", "comms", "scribe"), new("login", ArgumentKind.Login, [])])]),
        Rule("help", [new([]), new([new("verb", ArgumentKind.Verb, [])])]),
        Rule("rollback", []),
    ];

    private static VerbRule Rule(string name, Values<Form> forms, Values<FlagRule> flags = default) => new(name, VerbPlace.Both, RepositoryRole.Triage, forms, flags, "", "", "");

    private static ArgumentRule OneOf(string name, params string[] words) => new(name, ArgumentKind.OneOf, [.. words]);
}
