namespace Hotfix.Cli.Extension;

/// <summary>How far packing is, on standard error where that is a terminal and nowhere else; packages that are done at once show none.</summary>
internal sealed class PackProgress(int total)
{
    private const int WorthShowing = 200;
    private const int Step = 50;
    private readonly bool shown = total >= WorthShowing && !Console.IsErrorRedirected;
    private int done;

    public void Done()
    {
        var now = Interlocked.Increment(ref done);

        if (shown && (now % Step == 0 || now == total))
        {
            Console.Error.Write(now == total ? "\r\u001b[K" : $"\rpacking {now:#,0} of {total:#,0} files");
        }
    }
}
