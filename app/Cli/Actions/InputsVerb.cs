using System.CommandLine;

namespace Hotfix.Cli.Actions;

/// <summary><c>hotfix action inputs</c>: checks the Action's inputs, and prints them as facts.</summary>
internal static class InputsVerb
{
    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync()
    {
        foreach (var line in ActionInputs.Check(Environment.GetEnvironmentVariable, Environment.GetEnvironmentVariable("GITHUB_REPOSITORY") ?? ""))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("inputs", "Check the inputs, each in a variable of its name, and print them as facts.");
        command.SetAction((_, _) => RunAsync());

        return command;
    }
}
