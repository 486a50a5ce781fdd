using Hotfix.Browser;
using Hotfix.Cli.Extension;
using Hotfix.Extension;
using Hotfix.Extension.Zip;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Runner;
using Hotfix.Sandbox.Store;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Actions;

/// <summary>
/// A checkout of the sample extension, a runner for the Action, a GitHub and a store: everything that a run of the hotfix workflow meets. The program is the one that is shipped; each of its arguments is written down.
/// </summary>
internal sealed class ActionTester : IAsyncDisposable
{
    public const string Token = "ghs_canary-of-the-workflows-token";
    public const string StoreToken = "ya29.canary-of-the-stores-access-token";

    /// <summary>The sample's version in a hotfix, and what was released before it.</summary>
    public const string Version = "1.2.4";

    private static readonly string[] Programs =
        ["awk", "basename", "bash", "cat", "chmod", "cp", "curl", "cut", "date", "env", "find", "git", "head", "mkdir", "mv", "node", "npm", "od", "rm", "sed", "sha256sum", "tail", "touch", "tr", "wc"];

    private static readonly Lazy<Task<byte[]>> Last = new(PackLastAsync);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("hotfix-action-");
    private readonly SandboxGitHub? own;
    private readonly RunnerJob job;

    private ActionTester(SandboxGitHub gitHub, SandboxRepository repository, SandboxRun run, SandboxStore store, bool owns)
    {
        (GitHub, Repository, Run, Store, own) = (gitHub, repository, run, store, owns ? gitHub : null);
        Item = store.Add();
        Item.WithPublished("1.2.3");
        job = new(Folder, run, store, Item, Token, StoreToken);
        job.Admit();
    }

    public SandboxGitHub GitHub { get; }

    public SandboxRepository Repository { get; }

    public SandboxRun Run { get; }

    public SandboxStore Store { get; }

    public SandboxItem Item { get; }

    /// <summary>What the job's environment has besides.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Whether GitHub offers attestations.</summary>
    public bool Attests { get; set; } = true;

    public string Folder => root.FullName;

    public string Workspace => job.Workspace;

    public string Temp => job.Temp;

    /// <summary>The arguments of every call of the program, a line each.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string CallsFile => Path.Combine(Folder, "calls");

    /// <summary>The arguments of every call of any other program that the steps know by name, and of those that these call by name; in runs after <see cref="Overhear"/>.</summary>
    public IReadOnlyList<string> Overheard => File.Exists(OverheardFile) ? File.ReadAllLines(OverheardFile) : [];

    private string OverheardFile => Path.Combine(Folder, "overheard");

    /// <summary>What is needed for a run that signs and publishes.</summary>
    public Dictionary<string, string> Inputs => job.Inputs(Binary(), "tally", Golden.Pem);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A GitHub of its own, where the sample was released as 1.2.3 and a hotfix is on its branch.</summary>
    public static async Task<ActionTester> StartAsync()
    {
        var gitHub = await SandboxGitHub.StartAsync(new(), Cancellation);
        var repository = gitHub.AddRepository("acme", "tally");
        repository.Push("main", "package.json", "{}\n");
        await ReleaseAsync(repository);
        repository.Push("hotfix/v1.2.4", "fix.txt", "fixed\n");

        return await StartAsync(gitHub, repository, repository.Start("hotfix/v1.2.4").Run, owns: true);
    }

    /// <summary>In a repository that is there.</summary>
    public static async Task<ActionTester> StartAsync(SandboxGitHub gitHub, SandboxRepository repository, SandboxRun run, bool owns = false)
    {
        var tester = new ActionTester(gitHub, repository, run, await SandboxStore.StartAsync(TimeProvider.System, Cancellation), owns);
        await tester.CheckOutAsync();

        return tester;
    }

    /// <summary>The release that users have.</summary>
    public static async Task ReleaseAsync(SandboxRepository repository)
    {
        var (release, _) = repository.Release("v1.2.3");
        release.Attach("tally-1.2.3.zip", await Last.Value, "application/zip", release.Author);
    }

    public async Task<RunnerResult> RunAsync(IReadOnlyDictionary<string, string> inputs)
    {
        var environment = new Dictionary<string, string>(job.Environment);

        foreach (var (name, value) in Environment)
        {
            environment[name] = value;
        }

        var standIns = new Dictionary<string, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>?>>
        {
            ["actions/attest"] = _ => Attests ? new Dictionary<string, string> { ["attestation-url"] = "https://github.com/acme/tally/attestations/1" } : null,
        };

        return await new ActionRunner(ActionFolder(), job.Options(environment, standIns)).RunAsync(inputs, Cancellation);
    }

    /// <summary>Puts a script in front of each program that writes down how it is called.</summary>
    public void Overhear()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "path")).FullName;

        foreach (var program in Programs)
        {
            if (ProgramPath.Find(program, System.Environment.GetEnvironmentVariable) is { } path)
            {
                ScriptFile.Write(Path.Combine(folder, program), $"#!/bin/sh\n{{ printf '%s ' {program} \"$@\"; echo; }} >>'{OverheardFile}'\nexec '{path}' \"$@\"\n");
            }
        }

        Environment["PATH"] = $"{folder}:{System.Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>A file of the state that the last run left.</summary>
    public string State(string name) => File.ReadAllText(Path.Combine(Temp, "hotfix-action", name));

    /// <summary>Everything that is left on disk, and what was uploaded: whoever holds a secret would be found here.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> LeftBehind() =>
    [
        .. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).LinkTarget is null).Select(file => (file, File.ReadAllBytes(file))),
        .. Repository.Releases.All.SelectMany(release => release.Assets.Select(asset => (asset.Name, asset.Bytes.ToArray())).Append(("release", System.Text.Encoding.UTF8.GetBytes(release.Body ?? "")))),
    ];

    /// <summary>A change in the checkout before it is built.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Workspace, path))!);
        File.WriteAllText(Path.Combine(Workspace, path), text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Workspace, path));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();

        if (own is not null)
        {
            await own.DisposeAsync();
        }

        root.Delete(recursive: true);
    }

    /// <summary>Where action.yml is: this repository's own.</summary>
    public static string ActionFolder() => Repo.File("action");

    /// <summary>Calls the shipped program, and writes down how.</summary>
    private string Binary()
    {
        var program = Path.Combine(FunctionsFolder.Path, "hotfix");

        return ScriptFile.Write(Path.Combine(Folder, "hotfix"), $"#!/usr/bin/env bash\nprintf '%q ' \"$@\" >>'{CallsFile}'\necho >>'{CallsFile}'\nexec '{program}' \"$@\"\n");
    }

    private async Task CheckOutAsync()
    {
        foreach (var file in Directory.GetFiles(Sample(), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Workspace, Path.GetRelativePath(Sample(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            Write(file, Read(file).Replace("\"1.2.3\"", $"\"{Version}\"", StringComparison.Ordinal));
        }

        Write("CHANGELOG.md", $"# Changelog\n\n## [{Version}] - 2026-11-21\n\n- The popup opens again.\n\n## [1.2.3] - 2026-11-01\n\n- First.\n");

        foreach (var arguments in (string[][])[["init", "-q", "-b", "hotfix/v1.2.4"], ["add", "-A"], ["-c", "user.name=Dana", "-c", "user.email=dana@example.com", "commit", "-q", "-m", "fix: the popup opens again"]])
        {
            var (exitCode, _, error) = await Git.RunAsync(["-C", Workspace, .. arguments]);
            Assert.True(exitCode == 0, error);
        }
    }

    private static string Sample() => Repo.File("tests", "Samples", "tally");

    private static async Task<byte[]> PackLastAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hotfix-tally-");

        try
        {
            var built = await Samples.BuildTallyAsync(Path.Combine(folder.FullName, "dist"), CancellationToken.None);

            return ZipWriter.Pack(await FolderFiles.ListAsync(built, PackageLimits.Default, _ => { }, CancellationToken.None));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
