using System.Globalization;

namespace Hotfix.Cli.Store.Moving;

/// <summary>Hears how far a move is.</summary>
internal interface IMoveProgress
{
    /// <param name="file">The file that is read from beginning to end; null where nobody knows how much there is.</param>
    void Begin(string what, string? file);

    /// <param name="at">How far into the file.</param>
    void Report(long documents, long at);
}

/// <summary>On standard error: a bar where that is a terminal, and a line every ten seconds where it is not.</summary>
internal sealed class MoveProgress(TimeProvider time, TextWriter output, bool isTerminal) : IMoveProgress, IDisposable
{
    private const int Width = 30;

    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);

    private string what = "";
    private long total;
    private long said = time.GetTimestamp();
    private bool isShown;

    public static MoveProgress Create() => new(TimeProvider.System, Console.Error, !Console.IsErrorRedirected);

    public void Begin(string what, string? file)
    {
        this.what = what;
        total = file is not null && File.Exists(file) ? new FileInfo(file).Length : 0;
    }

    public void Report(long documents, long at)
    {
        if (time.GetElapsedTime(said) < (isTerminal ? OnTerminal : Elsewhere))
        {
            return;
        }

        said = time.GetTimestamp();
        var share = total > 0 ? Math.Min(1, (double)at / total) : (double?)null;
        var text = string.Create(CultureInfo.InvariantCulture, $"{what}: {(share is { } part ? $"{Math.Floor(part * 100)} %, " : "")}{documents:#,0} documents");

        if (isTerminal)
        {
            output.Write(share is { } done ? $"\r[{new string('#', (int)(done * Width)).PadRight(Width, '.')}] {text}\u001b[K" : $"\r{text}\u001b[K");
            isShown = true;
        }
        else
        {
            output.WriteLine(text);
        }
    }

    /// <summary>The bar goes; what became of it is said elsewhere.</summary>
    public void Dispose()
    {
        if (isShown)
        {
            output.Write("\r\u001b[K");
            isShown = false;
        }
    }
}
