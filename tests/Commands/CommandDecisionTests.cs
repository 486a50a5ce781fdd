using System.Globalization;
using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Commands;

public sealed class CommandDecisionTests
{
    private static readonly List<HostileComment> Comments = [.. HostileComments.Generate(2000, seed: 20261121)];

    [Fact]
    public void Whatever_a_comment_holds_what_is_asked_for_are_its_commands_and_nothing_a_stranger_wrote_leaves_its_quotes()
    {
        foreach (var (comment, number) in Comments.Select((comment, number) => (comment, number)))
        {
            var snapshot = new IssueSnapshot(CommandTester.Issue, new("mia", false), new(comment.Text.Length > 200 ? comment.Text[..200] : comment.Text, comment.Text), [], true, CommandTester.Noon, [], CommandTester.Noon);
            var posted = new CommentPosted(snapshot, new("stranger", false), comment.Text, false, CommandTester.Noon, new(number));
            var effects = CommentDecision.Decide(posted, CommandTester.Issue, "d", null);

            Assert.Equal(comment.Commands.Count == 0, effects.Count == 0);
            Assert.Equal(comment.Commands.Take(20), effects.OfType<AskCommands>().SelectMany(ask => ask.Commands).Select(command => command.Line));
            Assert.All(effects.OfType<GiveAnswer>(), answer => AssertHarmless(answer.Body));
            Assert.Empty(CommentDecision.Decide(new CommentEdited(snapshot, new(number), new("stranger", false), new("other", false), comment.Text, "", CommandTester.Noon), CommandTester.Issue, "d", null));
        }
    }

    [Fact]
    public void Whatever_a_command_holds_it_is_decided_and_no_answer_carries_a_strangers_words_out_of_their_quotes()
    {
        var answers = 0;

        foreach (var line in Comments.SelectMany(comment => comment.Commands))
        {
            foreach (var current in new[] { null, CommandTester.Triaged with { State = HotfixState.Reported, Roles = [new(IncidentRole.Scribe, "mia")] } })
            {
                foreach (var role in new[] { RepositoryRole.None, RepositoryRole.Admin })
                {
                    var plan = CommandDecision.Decide(new(CommandTester.Issue, CommandTester.Given(line) with { Snapshot = Snapshot(line) }), current, CommandTester.Facts(role));

                    Assert.All(plan.Effects.OfType<GiveAnswer>(), answer => AssertHarmless(answer.Body));
                    answers += plan.Effects.OfType<GiveAnswer>().Count();
                }
            }
        }

        Assert.True(answers > 10_000);
    }

    [Fact]
    public void What_was_told_and_what_happened_is_shown_in_quotes()
    {
        foreach (var line in Comments.SelectMany(comment => comment.Commands).Take(1000))
        {
            var hotfix = CommandTester.Triaged with { Notes = [new(CommandTester.Noon, "stranger", line)], Roles = [new(IncidentRole.Scribe, "mia")] };
            var deed = new Deed("d", CommandTester.Noon, new LogCommand(CommandTester.Issue, DoneCommand.Of("d", CommandTester.Given(line), "x")), null, null);

            AssertHarmless(TimelineText.Of(hotfix, [deed]));
            AssertHarmless(StatusText.Of(hotfix, Reports.Process));
        }
    }

    private static IssueSnapshot Snapshot(string words) => new(CommandTester.Issue, new("mia", false), new(words, words), [], true, CommandTester.Noon, [], CommandTester.Noon);

    private static void AssertHarmless(string answer)
    {
        var parts = answer.Split('`');

        Assert.Equal(1, parts.Length % 2); // every quote is closed
        Assert.Empty(parts.Where((part, at) => at % 2 == 0 && part.Any("@<>[]!~\\&".Contains)));
        Assert.DoesNotContain(parts.Where((_, at) => at % 2 == 0), part => part.Contains("evil", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(answer, character => character != '\n' && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.InRange(answer.Length, 1, 60_000);
    }
}
