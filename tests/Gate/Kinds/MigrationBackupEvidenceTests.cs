using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class MigrationBackupEvidenceTests
{
    private static readonly GateFacts Touched = Facts.With(File("db/migrations/001.sql"));

    [Theory]
    [InlineData(true, "The item. https://backup.example/1", ItemStanding.Closed)]
    [InlineData(true, "The item. [here](http://backup.example/1)", ItemStanding.Closed)]
    [InlineData(true, "The item.", ItemStanding.Open)]
    [InlineData(true, "The item. done, see chat", ItemStanding.Open)]
    [InlineData(false, "The item. https://backup.example/1", ItemStanding.Open)]
    public void It_is_ticked_with_a_link(bool isTicked, string line, object standing) => Assert.Equal(standing, Standing("migration-backup", Touched, isTicked, line));

    [Fact]
    public void It_is_asked_only_where_migrations_change()
    {
        Assert.Equal(ItemStanding.NotAsked, Standing("migration-backup", Facts.With(File("src/a.ts"))));
        Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("migration-backup", Facts.Partly(), isTicked: true));
    }

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and migration-backup takes none", Objection("migration-backup(db)"));
}
