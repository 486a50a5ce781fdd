using Hotfix.Commands;
using Hotfix.Commands.Reading;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Commands.Reading;

/// <summary>Lines, and the commands they are or the sentences they get.</summary>
public sealed class CommandReaderTests
{
    /// <summary>What was understood is written back one way: verb, arguments between bars, flags in braces.</summary>
    [Theory]
    [InlineData("/hotfix", "help")]
    [InlineData("/hotfix   ", "help")]
    [InlineData("/hotfix -- please", "help")]
    [InlineData("/hotfix --help", "help")]
    [InlineData("/hotfix --HELP", "help")]
    [InlineData("/hotfix help", "help")]
    [InlineData("/hotfix help Pause", "help|pause")]
    [InlineData("/hotfix pause --help", "help|pause")]
    [InlineData("/hotfix pause nonsense --help --x", "help|pause")]
    [InlineData("/HOTFIX Severity p0", "severity|P0")]
    [InlineData("/hotfix\tseverity \t P3", "severity|P3")]
    [InlineData("/hotfix severity P1 --reason all users are affected", "severity|P1{reason=all users are affected}")]
    [InlineData("/hotfix severity --reason \"all  users\" P1", "severity|P1{reason=all  users}")]
    [InlineData("/hotfix severity P1 --REASON=all users", "severity|P1{reason=all users}")]
    [InlineData("/hotfix severity --reason=\"all users\" P1", "severity|P1{reason=all users}")]
    [InlineData("/hotfix severity P1 --reason “all users”", "severity|P1{reason=all users}")]
    [InlineData("/hotfix severity P1 --reason „all users“", "severity|P1{reason=all users}")]
    [InlineData("/hotfix severity P1 --reason «all users»", "severity|P1{reason=all users}")]
    [InlineData("/hotfix severity P1 --reason 'all users'", "severity|P1{reason=all users}")]
    [InlineData("/hotfix severity P1 --reason \"see --from there\"", "severity|P1{reason=see --from there}")]
    [InlineData("/hotfix severity P1 --reason it's \"bad\" and 5\" long", "severity|P1{reason=it's \"bad\" and 5\" long}")]
    [InlineData("/hotfix severity P1 --reason \"not closed", "severity|P1{reason=\"not closed}")]
    [InlineData("/hotfix severity P1 --reason a -- b", "severity|P1{reason=a}")]
    [InlineData("/hotfix severity P1 —reason a", "severity|P1{reason=a}")]
    [InlineData("/hotfix severity P1 --reason a —really b", "severity|P1{reason=a —really b}")]
    [InlineData("/hotfix severity P1 --reason a - b — c --- d --5", "severity|P1{reason=a - b — c --- d --5}")]
    [InlineData("/hotfix severity P1 -- because of #12, @mia", "severity|P1")]
    [InlineData("/hotfix severity \"P1\"", "severity|P1")]
    [InlineData("/hotfix pause STORE", "pause|store")]
    [InlineData("/hotfix pause blocked #12", "pause|blocked|12")]
    [InlineData("/hotfix pause blocked 12", "pause|blocked|12")]
    [InlineData("/hotfix pause blocked 2147483647", "pause|blocked|2147483647")]
    [InlineData("/hotfix assign @Mia-Ada", "assign|Mia-Ada")]
    [InlineData("/hotfix assign mia", "assign|mia")]
    [InlineData("/hotfix assign mia_acme", "assign|mia_acme")]
    [InlineData("/hotfix role comms @mia", "role|comms|mia")]
    [InlineData("/hotfix start", "start")]
    [InlineData("/hotfix start --from v1.2.0 --version=1.2.1 --name \"crash\"", "start{from=v1.2.0}{version=1.2.1}{name=crash}")]
    [InlineData("/hotfix start --from `v1.2.0`", "start{from=v1.2.0}")]
    [InlineData("/hotfix start --dry-run", "start{dry-run=}")]
    [InlineData("/hotfix timeline", "timeline")]
    [InlineData("/hotfix timeline add we saw  it --at 10:00", "timeline|add|we saw it{at=10:00}")]
    [InlineData("/hotfix timeline --at 10:00 add “we saw it”", "timeline|add|we saw it{at=10:00}")]
    [InlineData("/hotfix timeline add \"a\" and \"b\"", "timeline|add|\"a\" and \"b\"")]
    [InlineData("/hotfix next-release", "next-release")]
    public void What_the_verbs_declare_is_understood(string line, string command)
    {
        var reading = Read(line);

        Assert.Null(reading.Refusal);
        Assert.Equal(command, string.Join('|', reading.Command!.Arguments.Prepend(reading.Command.Verb)) + string.Concat(reading.Command.Flags.Select(flag => $"{{{flag.Name}={flag.Value}}}")));
    }

    [Theory]
    [InlineData("rolback", "There is no command `rolback`; did you mean `rollback`? Usage: `/hotfix rollback`.")]
    [InlineData("SEVERTY P1", "There is no command `SEVERTY`; did you mean `severity`? Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("next release", "There is no command `next`; did you mean `next-release`? Usage: `/hotfix next-release`.")]
    [InlineData("fly", "There is no command `fly`; `/hotfix help` lists those there are.")]
    [InlineData("@everyone", "There is no command `@everyone`; `/hotfix help` lists those there are.")]
    [InlineData("--reason x", "There is no command `--reason`; `/hotfix help` lists those there are.")]
    [InlineData("start\u2028/hotfix", "There is no command `start /hotfix`; `/hotfix help` lists those there are.")]
    [InlineData("resu\u200bme", "There is no command `resu me`; did you mean `resume`? Usage: `/hotfix resume`.")]
    [InlineData("ｒesume", "There is no command `ｒesume`; did you mean `resume`? Usage: `/hotfix resume`.")]
    [InlineData("\"\"", "There is no command ` `; `/hotfix help` lists those there are.")]
    [InlineData("severity", "`/hotfix severity` needs `P0`, `P1`, `P2` or `P3`. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P5", "`/hotfix severity` takes `P0`, `P1`, `P2` or `P3`, not `P5`. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P1 now please", "`/hotfix severity P1` takes nothing more, and `now please` is too much; a remark goes after `--`. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P1 --reson x", "There is no flag `--reson` here; did you mean `--reason`? Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P1 --loud", "There is no flag `--loud` here, only `--reason`; what belongs to a text goes into quotes. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P1 --reason", "`--reason` needs a value: `--reason <text>`. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P1 --reason=", "`--reason` needs a value: `--reason <text>`. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P1 --reason \" \"", "`--reason` needs a value: `--reason <text>`. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("severity P1 --reason a --Reason b", "`--reason` is given twice; once is right. Usage: `/hotfix severity <P0..P3> [--reason <text>]`.")]
    [InlineData("pause", "`/hotfix pause` needs `reporter`, `store` or `blocked`. Usage: `/hotfix pause reporter | store | blocked <#n>`.")]
    [InlineData("pause reportr", "`/hotfix pause` takes `reporter`, `store` or `blocked`, not `reportr`; did you mean `reporter`? Usage: `/hotfix pause reporter | store | blocked <#n>`.")]
    [InlineData("pause store #12", "`/hotfix pause store` takes nothing more, and `#12` is too much; a remark goes after `--`. Usage: `/hotfix pause reporter | store | blocked <#n>`.")]
    [InlineData("pause Blocked", "`/hotfix pause blocked` needs an issue like `#12`. Usage: `/hotfix pause reporter | store | blocked <#n>`.")]
    [InlineData("pause blocked #0", "`/hotfix pause blocked` takes an issue like `#12`, not `#0`. Usage: `/hotfix pause reporter | store | blocked <#n>`.")]
    [InlineData("duplicate #99999999999", "`/hotfix duplicate` takes an issue like `#12`, not `#99999999999`. Usage: `/hotfix duplicate <#n>`.")]
    [InlineData("duplicate #-1", "`/hotfix duplicate` takes an issue like `#12`, not `#-1`. Usage: `/hotfix duplicate <#n>`.")]
    [InlineData("duplicate #１２", "`/hotfix duplicate` takes an issue like `#12`, not `#１２`. Usage: `/hotfix duplicate <#n>`.")]
    [InlineData("duplicate acme/x#12", "`/hotfix duplicate` takes an issue like `#12`, not `acme/x#12`. Usage: `/hotfix duplicate <#n>`.")]
    [InlineData("assign", "`/hotfix assign` needs a login like `@mia` or `next`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("assign @", "`/hotfix assign` takes a login like `@mia` or `next`, not `@`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("assign @dependabot[bot]", "`/hotfix assign` takes a login like `@mia` or `next`, not `@dependabot[bot]`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("assign @acme/team", "`/hotfix assign` takes a login like `@mia` or `next`, not `@acme/team`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("assign -mia", "`/hotfix assign` takes a login like `@mia` or `next`, not `-mia`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("assign mi--a", "`/hotfix assign` takes a login like `@mia` or `next`, not `mi--a`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("assign a1234567890123456789012345678901234567890", "`/hotfix assign` takes a login like `@mia` or `next`, not `a1234567890123456789012345678901234567890`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("assign `@mia` @ada", "`/hotfix assign @mia` takes nothing more, and `@ada` is too much; a remark goes after `--`. Usage: `/hotfix assign <@login> | next`.")]
    [InlineData("role comms", "`/hotfix role comms` needs a login like `@mia`. Usage: `/hotfix role <commander|comms|scribe> <@login>`.")]
    [InlineData("role @mia comms", "`/hotfix role` takes `commander`, `comms` or `scribe`, not `@mia`. Usage: `/hotfix role <commander|comms|scribe> <@login>`.")]
    [InlineData("resume now", "`/hotfix resume` takes nothing more, and `now` is too much; a remark goes after `--`. Usage: `/hotfix resume`.")]
    [InlineData("resume --now", "There is no flag `--now` here, nor any other; what belongs to a text goes into quotes. Usage: `/hotfix resume`.")]
    [InlineData("resume —now", "`/hotfix resume` takes nothing more, and `—now` is too much; a remark goes after `--`. Usage: `/hotfix resume`.")]
    [InlineData("resume <!-- x -->", "`/hotfix resume` takes nothing more, and `<!-- x -->` is too much; a remark goes after `--`. Usage: `/hotfix resume`.")]
    [InlineData("start v1", "`/hotfix start` takes nothing more, and `v1` is too much; a remark goes after `--`. Usage: `/hotfix start [--from <tag>] [--version <v>] [--name <slug>] [--dry-run]`.")]
    [InlineData("start --dry-run=yes", "`--dry-run` takes no value, and `yes` is one. Usage: `/hotfix start [--from <tag>] [--version <v>] [--name <slug>] [--dry-run]`.")]
    [InlineData("start --from --dry-run", "`--from` needs a value: `--from <tag>`. Usage: `/hotfix start [--from <tag>] [--version <v>] [--name <slug>] [--dry-run]`.")]
    [InlineData("start --form x", "There is no flag `--form` here; did you mean `--from`? Usage: `/hotfix start [--from <tag>] [--version <v>] [--name <slug>] [--dry-run]`.")]
    [InlineData("start --all", "There is no flag `--all` here, only `--from`, `--version`, `--name` and `--dry-run`; what belongs to a text goes into quotes. Usage: `/hotfix start [--from <tag>] [--version <v>] [--name <slug>] [--dry-run]`.")]
    [InlineData("timeline add", "`/hotfix timeline add` needs a text: `<text>`. Usage: `/hotfix timeline [add <text>] [--at <time>]`.")]
    [InlineData("timeline add \"\"", "`/hotfix timeline add` needs a text: `<text>`. Usage: `/hotfix timeline [add <text>] [--at <time>]`.")]
    [InlineData("timeline ad x", "`/hotfix timeline` takes `add`, not `ad`; did you mean `add`? Usage: `/hotfix timeline [add <text>] [--at <time>]`.")]
    [InlineData("help rolback", "`/hotfix help` takes a command's name, not `rolback`; did you mean `rollback`? Usage: `/hotfix help [verb]`.")]
    public void What_they_do_not_is_refused_in_one_line(string rest, string sentence)
    {
        var reading = Read($"/hotfix {rest}");

        Assert.Null(reading.Command);
        Assert.Equal(sentence, reading.Refusal);
    }

    [Fact]
    public void Without_any_verbs_there_is_still_help()
    {
        Assert.Equal(new CommandReading(new("help", [], []), null), CommandReader.Read("/hotfix", []));
        Assert.Equal("There is no command `start`; `/hotfix help` lists those there are.", CommandReader.Read("/hotfix start", []).Refusal);
    }

    private static CommandReading Read(string line) => CommandReader.Read(line, SampleVerbs.All);
}
