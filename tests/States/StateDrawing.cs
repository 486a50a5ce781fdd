using Hotfix.Domain;

namespace Hotfix.Tests.States;

/// <summary>The table of transitions as a Mermaid drawing, and read back from one. What every open state, or every state, has in common is drawn once.</summary>
internal static class StateDrawing
{
    private const string AnyOpen = "AnyOpen";
    private const string Any = "Any";

    private static readonly HotfixState[] States = Enum.GetValues<HotfixState>();

    /// <summary>Groups of states, by the name they have in the drawing; the larger one first.</summary>
    private static readonly (string Name, string Title, HotfixState[] States)[] Groups =
    [
        (Any, "any state", [.. States.Where(state => state != HotfixState.Deleted)]),
        (AnyOpen, "any open state", [.. States.Where(state => state.IsOpen())]),
    ];

    public static string Write(IEnumerable<Transition> table)
    {
        List<Transition> left = [.. table];
        List<string> together = [];

        foreach (var (name, _, states) in Groups)
        {
            foreach (var same in left.GroupBy(row => (row.By, row.To)).Where(same => states.All(state => same.Any(row => row.From == state))).ToList())
            {
                together.Add(Arrow(name, [same.Key.By], $"{same.Key.To}"));
                left.RemoveAll(row => same.Contains(row) && states.Contains(row.From));
            }
        }

        return string.Join(
            '\n',
            [
                "```mermaid",
                "stateDiagram-v2",
                .. Groups.Select(group => $"  state \"{group.Title}\" as {group.Name}"),
                $"  [*] --> {HotfixState.Reported}",
                .. left.GroupBy(row => (row.From, row.To)).Select(rows => Arrow($"{rows.Key.From}", rows.Select(row => row.By), $"{rows.Key.To}")),
                .. together,
                "```",
            ]);
    }

    public static IEnumerable<Transition> Read(string drawing) =>
        from line in drawing.Split('\n')
        let parts = line.Trim().Split([" --> ", ": "], StringSplitOptions.None)
        where parts is [_, _, _]
        from state in Named(parts[0])
        from step in parts[2].Split(", ")
        select new Transition(state, Enum.GetValues<StateStep>().Single(known => Word(known) == step), Enum.Parse<HotfixState>(parts[1]));

    public static string Word(StateStep step) => Typed.Of(step).Replace('_', ' ');

    private static HotfixState[] Named(string name) => Array.Find(Groups, known => known.Name == name).States ?? [Enum.Parse<HotfixState>(name)];

    private static string Arrow(string from, IEnumerable<StateStep> steps, string to) => $"  {from} --> {to}: {string.Join(", ", steps.Select(Word))}";
}
