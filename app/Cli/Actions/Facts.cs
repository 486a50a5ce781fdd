namespace Hotfix.Cli.Actions;

/// <summary>What a run of the Action knows: lines <c>name=value</c>, of which the last of a name counts. Source: action/steps/shared.sh.</summary>
internal sealed class Facts(IEnumerable<string> lines)
{
    private readonly Dictionary<string, string> values = lines.Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).GroupBy(parts => parts[0], parts => parts[1]).ToDictionary(group => group.Key, group => group.Last());

    /// <summary>Empty where nothing is known.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    public bool Is(string name) => this[name] == "true";

    public static async Task<Facts> ReadAsync(string file, CancellationToken cancellationToken) =>
        new(File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellationToken) : []);

    public static string Line(string name, string value) => $"{name}={value}";
}
