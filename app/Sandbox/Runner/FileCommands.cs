namespace Hotfix.Sandbox.Runner;

/// <summary>The files in which a step writes for the runner: outputs, variables, folders for the PATH, its summary. Source: GitHub docs, "Workflow commands for GitHub Actions", environment files.</summary>
internal sealed class FileCommands
{
    private readonly string folder;
    private readonly string mark = Guid.NewGuid().ToString("N");

    public FileCommands(string temp)
    {
        folder = Directory.CreateDirectory(Path.Combine(temp, "_runner_file_commands")).FullName;

        foreach (var path in Variables.Values)
        {
            File.WriteAllText(path, "");
        }
    }

    /// <summary>What the step is told, by the names of the variables.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["GITHUB_OUTPUT"] = Place("set_output"),
        ["GITHUB_ENV"] = Place("set_env"),
        ["GITHUB_PATH"] = Place("add_path"),
        ["GITHUB_STATE"] = Place("save_state"),
        ["GITHUB_STEP_SUMMARY"] = Place("step_summary"),
    };

    public IReadOnlyDictionary<string, string> Outputs => Values("set_output");

    public IReadOnlyDictionary<string, string> Environment => Values("set_env");

    public IReadOnlyList<string> Paths => [.. File.ReadAllLines(Place("add_path")).Where(line => line.Length > 0)];

    public string Summary => File.ReadAllText(Place("step_summary"));

    public void Remove()
    {
        foreach (var path in Variables.Values)
        {
            File.Delete(path);
        }
    }

    private string Place(string name) => Path.Combine(folder, $"{name}_{mark}");

    /// <summary>Lines <c>name=value</c>, or <c>name&lt;&lt;DELIMITER</c>, lines, <c>DELIMITER</c>.</summary>
    private Dictionary<string, string> Values(string file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        using var lines = File.ReadAllLines(Place(file)).AsEnumerable().GetEnumerator();

        while (lines.MoveNext())
        {
            var line = lines.Current;
            var (equals, heredoc) = (line.IndexOf('=', StringComparison.Ordinal), line.IndexOf("<<", StringComparison.Ordinal));

            if (heredoc > 0 && (equals < 0 || heredoc < equals))
            {
                values[line[..heredoc]] = Until(lines, line[(heredoc + 2)..]);
            }
            else if (equals > 0)
            {
                values[line[..equals]] = line[(equals + 1)..];
            }
            else if (line.Length > 0)
            {
                throw new RunnerFault($"Unable to process file command '{file}': Invalid format '{line}'.");
            }
        }

        return values;
    }

    private static string Until(IEnumerator<string> lines, string delimiter)
    {
        var value = new List<string>();

        while (lines.MoveNext())
        {
            if (lines.Current == delimiter)
            {
                return string.Join('\n', value);
            }

            value.Add(lines.Current);
        }

        throw new RunnerFault($"Matching delimiter not found '{delimiter}'.");
    }
}
