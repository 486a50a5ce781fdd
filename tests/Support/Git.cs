namespace Hotfix.Tests.Support;

/// <summary>git as it is on this machine, without anybody's settings.</summary>
internal static class Git
{
    private static readonly Dictionary<string, string> Plain = new()
    {
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["LC_ALL"] = "C.UTF-8",
        ["NO_PROXY"] = "*",
        ["no_proxy"] = "*",
    };

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => Tool.RunAsync("git", Plain, TestContext.Current.CancellationToken, arguments);
}
