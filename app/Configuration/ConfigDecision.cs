using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Configuration;

/// <summary>Decides what a configuration file means that was pushed or proposed: a verdict on its commit, and on the default branch that it counts from now on, unless it has errors.</summary>
internal static class ConfigDecision
{
    public const string CheckName = "hotfix/config";

    public static Plan Decide(ConfigFacts facts)
    {
        var errors = facts.Reading?.Errors ?? [];
        PublishCheck check = new(facts.Repository, errors.Count > 0 ? Refused(facts, errors) : Accepted(facts));
        var adopts = facts.Counts && errors.Count == 0 && facts.Sha != facts.Known;

        return new(
            null,
            [.. adopts ? Adopt(facts) : [], check], // what counts does not wait for what is said about it
            errors.Count > 0 ? "config with errors" : adopts ? "config adopted" : "config checked");
    }

    private static Effect[] Adopt(ConfigFacts facts) =>
    [
        new AdoptConfig(facts.Repository, facts.Text, facts.Sha),
        new RecountClocks(facts.Repository, facts.Delivery, OfAccount: false),
        .. facts.OfAccount ? [new RecountClocks(facts.Repository, facts.Delivery, OfAccount: true)] : Array.Empty<Effect>(),
    ];

    private static CheckRun Refused(ConfigFacts facts, Values<Profiles.ConfigError> errors) => new(
        CheckName,
        facts.Commit,
        CheckConclusion.Failure,
        ConfigSentences.RefusedTitle(errors.Count),
        ConfigSentences.Refused(facts),
        null,
        [.. errors.Select(error => new Annotation(WatchedFiles.Config, error.Line, error.Column, AnnotationLevel.Failure, ConfigSentences.ErrorTitle, error.Message))]);

    private static CheckRun Accepted(ConfigFacts facts) => new(
        CheckName,
        facts.Commit,
        CheckConclusion.Success,
        ConfigSentences.AcceptedTitle(facts),
        ConfigSentences.Accepted(facts),
        facts.Rehearsed is { } rehearsed ? ConfigSentences.Changes(rehearsed) : null,
        []);
}
