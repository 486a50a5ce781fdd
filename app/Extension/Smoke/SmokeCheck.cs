namespace Hotfix.Extension.Smoke;

/// <param name="Name">load, worker, popup, options, side panel, … or storage.</param>
/// <param name="Summary">One line, fit for the output of a workflow.</param>
internal sealed record SmokeCheck(string Name, bool Passed, string Summary);
