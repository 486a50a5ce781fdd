using System.Text;
using Hotfix.Sandbox.Runner;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Actions;

/// <summary>Everything that runs of the Action left behind, gathered after each of them, for the next one clears some of it away. Which tokens there were is known only when all is over: then it is searched.</summary>
internal sealed class Traces
{
    /// <summary>Shorter ones are ordinary words; the Action masks none of those either.</summary>
    private const int Shortest = 8;

    /// <summary>How every signed token begins, whoever made it.</summary>
    private const string JwtHeader = "eyJhbGciOi";

    private readonly List<(string Where, byte[] Bytes)> all = [];
    private readonly HashSet<string> secrets = [JwtHeader, "ya29.", "ghs_"];

    public int Count => all.Count;

    public int Secrets => secrets.Count;

    /// <summary>What a run said and left on disk and in releases, and the arguments that programs were called with.</summary>
    public void Gather(ActionTester tester, IReadOnlyDictionary<string, string> inputs, RunnerResult result)
    {
        (string, string)[] said = [("log", result.Log), ("summary", result.Summary), .. result.Outputs.Select(output => (output.Key, output.Value)), .. result.Annotations.Select(text => ("annotation", text))];
        all.AddRange(said.Select(one => (one.Item1, Encoding.UTF8.GetBytes(one.Item2))));
        all.AddRange(tester.LeftBehind()); // the files with the arguments of every call among them
        Add([.. inputs.Where(input => IsSecret(input.Key)).SelectMany(input => Lines(input.Value)), tester.Run.RequestToken]);
    }

    /// <summary>What the App logged and stored, what it asked GitHub, and what it says there.</summary>
    public void Gather(HotfixTester hotfix)
    {
        all.AddRange(hotfix.Log.All.Select(line => ("the App's log", Encoding.UTF8.GetBytes(line))));
        all.AddRange(Directory.GetFiles(Path.GetDirectoryName(hotfix.Store)!).Select(file => (file, File.ReadAllBytes(file))));
        all.AddRange(hotfix.Exchanges.Select(one => (one.Target, one.RequestBody.ToArray())));
        all.AddRange(hotfix.Repository.Comments.Values.Select(comment => ("a comment", Encoding.UTF8.GetBytes(comment.Body))));
    }

    /// <summary>Tokens that were given out on the way, whole, and their signatures alone.</summary>
    public void Add(IEnumerable<string> tokens) => secrets.UnionWith(tokens.SelectMany(token => (string[])[token, token.Split('.')[^1]]).Where(token => token.Length >= Shortest));

    /// <summary>Where this text is.</summary>
    public IEnumerable<string> Holding(string text) => all.Where(one => one.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0).Select(one => one.Where);

    public void HoldNoSecret() => Assert.All(secrets, secret => Assert.Empty(Holding(secret)));

    private static bool IsSecret(string input) => input is "signing-key" or "token" or "chrome-access-token" or "chrome-service-account" or "chrome-client-secret" or "chrome-refresh-token";

    /// <summary>A key's lines, each by itself: also of one in JSON, where they are divided by <c>\n</c>, and names and addresses are no secret.</summary>
    private static IEnumerable<string> Lines(string value) => value.Split(["\n", "\\n", "\""], StringSplitOptions.TrimEntries)
        .Where(line => !line.Contains("-----", StringComparison.Ordinal) && !line.Contains('@', StringComparison.Ordinal) && !line.All(one => one is '_' or (>= 'a' and <= 'z')));
}
