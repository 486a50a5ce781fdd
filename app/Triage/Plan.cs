using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>What was decided about a delivery: the aggregate as it is from now on, what is to be done, and a word for the log.</summary>
internal sealed record Plan(Domain.Hotfix? Next, Values<Effect> Effects, string Outcome);
