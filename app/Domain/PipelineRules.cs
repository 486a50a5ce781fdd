using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>How a fix is built, tested and carried out. Source: seeds/000, "Hotfix-Specific CI/CD Pipeline"; seeds/004, "Automated Pipeline".</summary>
internal sealed record PipelineRules(
    [property: Description("The jobs, in order.")] Values<JobRule> Jobs,
    [property: Description("Severities a run by hand may be started for.")] Values<Severity> Severities,
    [property: Description("The severity a run by hand is started for, unless another is chosen.")] Severity? DefaultSeverity,
    [property: Description("The target a run by hand goes to, unless another is chosen.")] string? DefaultTarget,
    [property: Description("The package's file name, with {version} in it.")] string? Package,
    [property: Description("The workflow that builds a hotfix and reports what came of it: a file under .github/workflows; .github/workflows/hotfix.yml when left out. Reports of any other are refused.")] string? Workflow,
    [property: Description("Whether /hotfix start has GitHub run that workflow, where no push to the branch does.")] bool Dispatch)
{
    private const string UsualWorkflow = ".github/workflows/hotfix.yml";

    /// <summary>The path of the workflow of a process, which need not say anything of a pipeline.</summary>
    public static string WorkflowOf(PipelineRules? rules) => rules?.Workflow is { Length: > 0 } path ? path : UsualWorkflow;
}

/// <summary>One job of the pipeline.</summary>
internal sealed record JobRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("What people call it.")] string Title,
    [property: Description("The most time it may take.")] Span? TimeLimit,
    [property: Description("Jobs that must have succeeded before, by id.")] Values<string> Needs,
    [property: Description("The severities it runs for; all when left out.")] Values<Severity> Severities,
    [property: Description("What it runs once for each.")] Values<string> Matrix,
    [property: Description("What it does, in order.")] Values<string> Steps);

/// <summary>A place a release goes to. Source: seeds/000, "Deployment Orchestration"; seeds/001, Phase 6; seeds/002, "Deploy to Production"; seeds/003, "Release".</summary>
internal sealed record TargetRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("What must have passed before, by name.")] Values<string> Validators,
    [property: Description("How it is handed out: immediate, gradual or canary.")] Rollout Rollout,
    [property: Description("What is done, in order.")] Values<string> Steps,
    [property: Description("Whether what was released there can never be replaced.")] bool Irreversible);

/// <summary>How a release reaches its users.</summary>
internal enum Rollout
{
    Immediate,
    Gradual,
    Canary,
}
