using Hotfix.Domain;

namespace Hotfix.Cli.Deliveries;

/// <summary>An effect of the journal in a few words.</summary>
internal static class EffectText
{
    public static string Of(Effect? effect) => Visible.Of(effect switch
    {
        null => "",
        ChangeLabels change => $"{change.Issue}: {string.Join("; ", Parts(change))}",
        WriteCard write => $"{write.Issue}: write the card",
        RemoveCard remove => $"{remove.Issue}: remove the card (comment {remove.Card.Value})",
        ForgetInstallation forget => $"forget the token of installation {forget.Installation}",
        _ => effect.GetType().Name,
    });

    private static IEnumerable<string> Parts(ChangeLabels change)
    {
        if (change.Add.Count > 0)
        {
            yield return $"add the labels {string.Join(", ", change.Add.Select(label => $"'{label.Name}'"))}";
        }

        if (change.Remove.Count > 0)
        {
            yield return $"remove the labels {string.Join(", ", change.Remove.Select(label => $"'{label}'"))}";
        }
    }
}
