using System.Text;

namespace Hotfix.Sandbox.Runner;

/// <summary>
/// A job's log: what steps print, with the commands in it carried out (<c>add-mask</c>, <c>stop-commands</c>, annotations) and what is masked replaced from then on. Lines of a step come from two streams at once.
/// Source: GitHub docs, "Workflow commands for GitHub Actions".
/// </summary>
internal sealed class RunnerLog
{
    private static readonly string[] Levels = ["error", "warning", "notice"];

    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private readonly HashSet<string> masks = new(StringComparer.Ordinal);
    private readonly List<string> annotations = [];
    private string? resume;

    /// <summary>Hears each line, masked.</summary>
    public Action<string>? Heard { get; init; }

    public string Text
    {
        get
        {
            lock (gate)
            {
                return text.ToString();
            }
        }
    }

    /// <summary><c>error: …</c>, masked.</summary>
    public IReadOnlyList<string> Annotations
    {
        get
        {
            lock (gate)
            {
                return [.. annotations];
            }
        }
    }

    /// <summary>A step begins: what an earlier one stopped is not stopped for it.</summary>
    public void Begin(string step)
    {
        lock (gate)
        {
            resume = null;
            Add($"##[group]{step}");
        }
    }

    public void Write(string line)
    {
        lock (gate)
        {
            if (resume is not null)
            {
                if (line.Trim() == $"::{resume}::")
                {
                    resume = null;
                }

                Add(line);
            }
            else if (Command(line) is not { } command)
            {
                Add(line);
            }
            else
            {
                Obey(command.Name, command.Title, command.Value, line);
            }
        }
    }

    private void Obey(string name, string title, string value, string line)
    {
        switch (name)
        {
            case "add-mask" when value.Length > 0:
                masks.Add(value);
                Add("::add-mask::***");
                break;
            case "stop-commands":
                resume = value;
                Add(line);
                break;
            case var level when Levels.Contains(level):
                annotations.Add(Masked($"{level}: {(title.Length > 0 ? $"{title}: " : "")}{value}"));
                Add(line);
                break;
            default:
                Add(line);
                break;
        }
    }

    /// <summary><c>::name key=value,key=value::text</c>; null for what is none.</summary>
    private static (string Name, string Title, string Value)? Command(string line)
    {
        var trimmed = line.TrimStart();

        if (!trimmed.StartsWith("::", StringComparison.Ordinal) || trimmed.IndexOf("::", 2, StringComparison.Ordinal) is not (> 2 and var end))
        {
            return null;
        }

        var head = trimmed[2..end].Split(' ', 2);
        var title = head is [_, var properties] ? properties.Split(',').FirstOrDefault(one => one.StartsWith("title=", StringComparison.Ordinal))?["title=".Length..] : null;

        return (head[0], Unescaped(title ?? "").Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal), Unescaped(trimmed[(end + 2)..]));
    }

    private static string Unescaped(string value) =>
        value.Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private void Add(string line)
    {
        var masked = Masked(line);
        text.Append(masked).Append('\n');
        Heard?.Invoke(masked);
    }

    private string Masked(string line) => masks.OrderByDescending(mask => mask.Length).Aggregate(line, (masked, mask) => masked.Replace(mask, "***", StringComparison.Ordinal));
}
