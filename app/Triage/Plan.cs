using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>What was decided about a delivery: the aggregate as it is from now on, what is to be done, and a word for the log.</summary>
/// <param name="Then">What is to be decided when all of that is done, from what became of it.</param>
/// <param name="Read">The report that was triaged, to be kept; null where none was.</param>
internal sealed record Plan(Domain.Hotfix? Next, Values<Effect> Effects, string Outcome, NextStep Then = NextStep.None, Report? Read = null);

/// <summary>What a later step of a delivery does, and what follows it.</summary>
/// <param name="Refusal">Why what was decided cannot be done, for the step that takes it back.</param>
internal sealed record Follow(Values<Effect> Effects, NextStep Then = NextStep.None, string? Refusal = null);

/// <summary>A later step of a delivery, for what depends on the outcome of those before.</summary>
internal enum NextStep
{
    None,

    /// <summary>Write the card.</summary>
    Card,

    /// <summary>Write the card of an issue that cannot have one yet.</summary>
    FirstCard,

    /// <summary>Triage again by what people told.</summary>
    Retriage,

    /// <summary>Make branch and pull request under the version that was given out; where it was not, choose another.</summary>
    Start,

    /// <summary>Branch and pull request are there: say so.</summary>
    Started,

    /// <summary>A gate was judged: the state follows.</summary>
    Judged,

    /// <summary>Something could not be done: take back what was, and say why.</summary>
    TakeBack,

    /// <summary>A command was taken back: say what came of it.</summary>
    Undone,
}
