namespace Hotfix.Cli.Demo;

/// <summary>What the demo says line by line, none wider than a terminal that nobody has made wider.</summary>
internal static class DemoLines
{
    /// <summary>Characters.</summary>
    private const int Width = 98;

    public static void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Print(line);
        }
    }

    public static void Print(string line) => Console.WriteLine(line.Length > Width ? $"{line[..(Width - 1)].TrimEnd()}…" : line);
}
