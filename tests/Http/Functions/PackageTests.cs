using Hotfix.Tests.Support;
using static System.IO.UnixFileMode;

namespace Hotfix.Tests.Http.Functions;

/// <summary>The zip that is shipped: what is in it, and how. That it runs is seen in Scenarios/FunctionsScenarios.</summary>
public sealed class PackageTests
{
    private const UnixFileMode Read = UserRead | UserWrite | GroupRead | OtherRead;
    private const UnixFileMode Run = Read | UserExecute | GroupExecute | OtherExecute;

    [Fact]
    public void It_holds_the_program_which_stays_executable_and_what_the_host_reads() =>
        Assert.Equal(
            Directory.GetFiles(Repo.File("functions"), "*.json", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(Repo.File("functions"), file), Read)).Append(("hotfix", Run)).OrderBy(entry => entry.Item1, StringComparer.Ordinal),
            FunctionsFolder.Entries().Select(entry => (entry.Name, entry.Mode)));

    [Fact]
    public void Nothing_in_it_tells_when_it_was_made() => Assert.All(FunctionsFolder.Entries(), entry => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.Time));
}
