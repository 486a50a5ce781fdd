using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>Each band of users begins above a share, and the wider one above a larger: then no share belongs to two.</summary>
internal static class BandCheck
{
    public static IEnumerable<Fault> Find(Profile profile)
    {
        var bands = profile.Frequencies.Where(band => band.Value.AbovePercent is not null).OrderBy(band => band.Key).Select(band => (Name: Name(band.Key), Above: band.Value.AbovePercent!.Value)).ToList();

        foreach (var (narrow, wide) in bands.Zip(bands.Skip(1)).Where(pair => pair.Second.Above <= pair.First.Above))
        {
            yield return new($"`{wide.Name}` begins above {wide.Above} percent and `{narrow.Name}` above {narrow.Above}: the bands overlap, since the wider must begin above the larger share.", Path(wide.Name), Path(narrow.Name));
        }

        foreach (var (name, above) in bands.Where(band => band.Above >= 100))
        {
            yield return new($"`{name}` begins above {above} percent, and no share of users is above 100.", Path(name));
        }
    }

    private static string Path(string band) => $"frequencies.{band}.above_percent";

    private static string Name(Frequency frequency) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{frequency}");
}
