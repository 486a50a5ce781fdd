using Hotfix.Cli.Store.Moving;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Store;

public sealed class MoveProgressTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly StringWriter output = new();
    private readonly string file = Path.GetTempFileName();

    public MoveProgressTests() => File.WriteAllText(file, new string('x', 1000));

    [Fact]
    public void A_terminal_gets_a_bar_that_goes_when_all_is_done()
    {
        using (var progress = new MoveProgress(time, output, isTerminal: true))
        {
            progress.Begin("writing", file);
            progress.Report(1, 10);
            time.Advance(TimeSpan.FromSeconds(1));
            progress.Report(1234, 505);
        }

        Assert.Equal($"\r[{new string('#', 15)}{new string('.', 15)}] writing: 50 %, 1,234 documents\u001b[K\r\u001b[K", output.ToString());
    }

    [Fact]
    public void Anything_else_gets_a_line_now_and_then()
    {
        using (var progress = new MoveProgress(time, output, isTerminal: false))
        {
            progress.Begin("exporting", null);

            for (var second = 0; second < 25; second++)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                progress.Report(1000 * (second + 1), 0);
            }
        }

        Assert.Equal("exporting: 10,000 documents\nexporting: 20,000 documents\n", output.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        output.Dispose();
        File.Delete(file);
    }
}
