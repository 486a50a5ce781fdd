using Hotfix.Domain;

namespace Hotfix.Triage.Claims;

/// <summary>
/// How bad what a report claims is. The title tells most: claims of the text raise what it says by one step, or to one step below themselves. A log counts only where nobody says anything.
/// A workaround makes a P0 or P1 one step less bad, and "only me" a P0 that may be of one place, except where the claim is of a kind that nobody can live with (the profile's <c>workable: false</c>).
/// </summary>
internal static class SeverityReading
{
    public static Finding<Severity>? Found(Values<Claim> claims, bool core, bool workaround, bool rare)
    {
        var title = Worst(claims.Where(claim => claim.Place == Place.Title && !claim.Signal.Yields), core);
        var text = Worst(claims.Where(claim => claim.Place != Place.Log && (claim.Place != Place.Title || claim.Signal.Yields)), core);
        var worst = (title, text) switch
        {
            ({ } said, { } told) when told.Severity < said.Severity => told with { Severity = Sooner(Later(told.Severity, said.Severity - 1), told.Severity + 1) },
            ({ } said, _) => said,
            (null, { } told) => told,
            _ => Worst(claims, core),
        };

        if (worst is not { } found)
        {
            return null;
        }

        var eased = found.Severity < Severity.P2 && found.Claim.Signal.Workable && (workaround || (rare && found.Severity == Severity.P0 && found.Claim.Signal.Narrowed is not null));

        return new(eased ? found.Severity + 1 : found.Severity, found.Claim.Evidence);
    }

    private static (Claim Claim, Severity Severity)? Worst(IEnumerable<Claim> claims, bool core) => claims
        .Select(claim => (Claim: claim, Severity: core && claim.Signal.Core is { } atCore ? Sooner(atCore, claim.Severity) : claim.Severity))
        .OrderBy(claim => claim.Severity)
        .Cast<(Claim, Severity)?>()
        .FirstOrDefault();

    private static Severity Sooner(Severity left, Severity right) => left < right ? left : right;

    private static Severity Later(Severity left, Severity right) => left > right ? left : right;
}
