namespace Hotfix.Sandbox.Runner;

/// <summary>An action, or what one of its steps wrote for the runner, that GitHub's runner would not take, or that this one does not know; one sentence.</summary>
internal sealed class RunnerFault(string message) : Exception(message);
