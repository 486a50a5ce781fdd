using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>What the card says of who is on it. Logins stand as code: GitHub tells whom it assigns, and nobody need be pinged twice.</summary>
internal static partial class Sentences
{
    public static string Owner(Ownership owner, Profile profile) => string.Join(
        ' ',
        new[] { Who(owner, profile), owner.LeftOut.Count == 0 ? null : $"GitHub would not assign {List(owner.LeftOut)}, who {(owner.LeftOut.Count == 1 ? "was" : "were")} left out." }.OfType<string>());

    private static string Who(Ownership owner, Profile profile) => owner switch
    {
        { Login: { } login, Choice: { } choice } => $"{Quote.Code(login)}, {Because(choice, profile)}; had {choice.Load} of {choice.Capacity} before.",
        { Login: { } login } => $"{Quote.Code(login)}, as a person decided.",
        { LeftOut.Count: > 0 } => "nobody.",
        _ => "nobody, as a person decided.",
    };

    private static string Because(Candidate choice, Profile profile) => choice.Reason switch
    {
        OwnerReason.BestMatch when choice.Knows.Count > 0 => $"who knows {string.Join(" and ", choice.Knows.Select(area => profile.Areas.TryGetValue(area, out var rule) ? rule.Title : area))}",
        OwnerReason.BestMatch => "who knows it best",
        OwnerReason.FeatureOwner => "who owns the feature",
        OwnerReason.NextAvailable => "who has most room",
        OwnerReason.Turn => "whose turn it is",
        _ => "who has least to do",
    };

    private static string List(Values<string> names) => names.Count == 1 ? Quote.Code(names[0]) : $"{string.Join(", ", names.SkipLast(1).Select(Quote.Code))} and {Quote.Code(names[^1])}";
}
