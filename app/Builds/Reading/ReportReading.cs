using Hotfix.Domain;

namespace Hotfix.Builds.Reading;

/// <summary>What is in a workflow's report, or what is wrong with it and where.</summary>
/// <param name="Build">Without what only the token tells: run, commit and ref are not set.</param>
/// <param name="Objection">One sentence; null where nothing is.</param>
internal sealed record ReportReading(Build? Build, string? Objection);

/// <summary>A place of a report that does not say what belongs there.</summary>
internal sealed class ReportFault(string sentence) : Exception(sentence);
