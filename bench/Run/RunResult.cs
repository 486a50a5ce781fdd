namespace Hotfix.Bench.Run;

/// <summary>The figures of all rounds.</summary>
internal sealed class RunResult
{
    private readonly List<double> syncs = [];
    private readonly Dictionary<(string Subject, Figure Figure), List<double>> figures = [];

    /// <summary>What the disk itself takes, in milliseconds.</summary>
    public double Sync => Quantile.Median(syncs);

    public void Add(TimeSpan sync) => syncs.Add(sync.TotalMilliseconds);

    public void Add(Subject subject, IReadOnlyDictionary<Figure, double> measured)
    {
        foreach (var (figure, value) in measured)
        {
            if (!figures.TryGetValue((subject.Name, figure), out var values))
            {
                figures.Add((subject.Name, figure), values = []);
            }

            values.Add(value);
        }
    }

    /// <summary>The median; not a number where it was not measured.</summary>
    public double Of(string subject, Figure figure) => figures.TryGetValue((subject, figure), out var values) ? Quantile.Median(values) : double.NaN;

    /// <summary>Ours as a part of the rival's, of the same machine at the same time.</summary>
    public double Ratio(Figure figure) => Of(Subject.Ours, figure) / Of(Subject.Rival, figure);

    public string Table(IReadOnlyList<Subject> subjects)
    {
        var table = new TextTable(["", .. subjects.Select(subject => subject.Name), "hotfix / probot"]);

        foreach (var figure in Enum.GetValues<Figure>())
        {
            table.Add([FigureText.Name(figure), .. subjects.Select(subject => FigureText.Value(Of(subject.Name, figure))), FigureText.Value(Ratio(figure))]);
        }

        return table.ToString();
    }
}
