using Hotfix.Domain;

namespace Hotfix.Bench;

/// <summary>Counts of (class, prediction), and the figures that follow from them. A figure without cases is <see cref="double.NaN"/>; macro-F1 is over the classes that occur.</summary>
internal sealed class Confusion
{
    private static readonly Severity[] All = Enum.GetValues<Severity>();

    private readonly int[] counts = new int[All.Length * All.Length];

    public int this[Severity actual, Severity predicted] => counts[At(actual, predicted)];

    public int Total => Sum(_ => true, _ => true);

    public double MacroF1 => All.Where(one => Of(one) > 0).Select(F1).DefaultIfEmpty(double.NaN).Average();

    /// <summary>What a rater reaches that always says the class with the most reports.</summary>
    public Confusion Majority
    {
        get
        {
            var most = All.MaxBy(Of);
            var majority = new Confusion();

            foreach (var actual in All)
            {
                majority.counts[At(actual, most)] = Of(actual);
            }

            return majority;
        }
    }

    public void Add(Severity actual, Severity predicted) => counts[At(actual, predicted)]++;

    /// <summary>How many reports are of this class.</summary>
    public int Of(Severity actual) => Sum(one => one == actual, _ => true);

    /// <summary>Of the reports called <paramref name="limit"/> or worse, the share that is.</summary>
    public double Precision(Severity limit) => Share(Sum(one => one <= limit, one => one <= limit), Sum(_ => true, one => one <= limit));

    /// <summary>Of the reports that are <paramref name="limit"/> or worse, the share that is called so.</summary>
    public double Recall(Severity limit) => Share(Sum(one => one <= limit, one => one <= limit), Sum(one => one <= limit, _ => true));

    /// <summary>FP / (FP + TN): of the reports that are less than <paramref name="limit"/>, the share that is called that or worse.</summary>
    public double FalseAlarms(Severity limit) => Share(Sum(one => one > limit, one => one <= limit), Sum(one => one > limit, _ => true));

    /// <summary>2 TP / (class + predicted), which is 0 for a class that is never predicted.</summary>
    private double F1(Severity one) => Share(2 * this[one, one], Of(one) + Sum(_ => true, predicted => predicted == one));

    private int Sum(Func<Severity, bool> actual, Func<Severity, bool> predicted) =>
        All.Where(actual).Sum(one => All.Where(predicted).Sum(other => this[one, other]));

    private static int At(Severity actual, Severity predicted) => ((int)actual * All.Length) + (int)predicted;

    private static double Share(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;
}
