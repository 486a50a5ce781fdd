using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Sandbox;

/// <summary>
/// GitHub's OIDC issuer: it signs what the runs of workflows are. Its keys can be changed, as GitHub's are now and then.
/// <para>Shape: RS256; claims as GitHub documents them, numbers as texts, times in Unix seconds; good for five minutes. Source: GitHub docs, "OpenID Connect reference".</para>
/// </summary>
internal sealed class SandboxIssuer(SandboxState state)
{
    /// <summary>Every sandbox begins with the same key: making one takes a tenth of a second.</summary>
    private static readonly Lazy<RSAParameters> First = new(() =>
    {
        using var key = RSA.Create(2048);

        return key.ExportParameters(includePrivateParameters: true);
    });

    private readonly List<(string Name, RSA Key)> keys = [];
    private readonly List<string> given = [];

    /// <summary>The claim <c>iss</c>, and where its documents are: as on an enterprise server.</summary>
    public string Url => $"{state.Api}/_services/token";

    /// <summary>How often the keys were asked for.</summary>
    public int Asked { get; set; }

    /// <summary>Every token that was signed: none of them belongs in a log.</summary>
    public IReadOnlyList<string> Given
    {
        get
        {
            lock (state.Gate)
            {
                return [.. given];
            }
        }
    }

    /// <summary>Name and key by which tokens are signed from now on; the old one stays known unless it is withdrawn.</summary>
    public void Rotate(bool withdraw = false)
    {
        lock (state.Gate)
        {
            if (withdraw)
            {
                keys.Clear();
            }

            Add(RSA.Create(2048));
        }
    }

    public IReadOnlyList<(string Name, RSA Key)> Keys
    {
        get
        {
            lock (state.Gate)
            {
                if (keys.Count == 0)
                {
                    Add(RSA.Create(First.Value));
                }

                return [.. keys];
            }
        }
    }

    /// <summary>What GitHub vouches for of a run.</summary>
    public JsonObject Claims(SandboxRun run, string audience)
    {
        var (repository, now) = (run.Repository, state.Now.ToUnixTimeSeconds());
        var workflow = $"{repository.FullName}/{run.Path}@{run.Ref}";

        return new()
        {
            ["jti"] = state.Chance.Id(),
            ["sub"] = $"repo:{repository.FullName}:ref:{run.Ref}",
            ["aud"] = audience,
            ["ref"] = run.Ref,
            ["sha"] = run.Commit.Sha,
            ["repository"] = repository.FullName,
            ["repository_owner"] = repository.Owner.Login,
            ["repository_owner_id"] = $"{repository.Owner.Id}",
            ["repository_id"] = $"{repository.Id}",
            ["repository_visibility"] = "public",
            ["run_id"] = $"{run.Id}",
            ["run_number"] = $"{run.Number}",
            ["run_attempt"] = $"{run.Attempt}",
            ["actor"] = run.By.Login,
            ["actor_id"] = $"{run.By.Id}",
            ["workflow"] = "Hotfix",
            ["head_ref"] = "",
            ["base_ref"] = "",
            ["event_name"] = run.Event,
            ["ref_protected"] = "false",
            ["ref_type"] = run.IsOnTag ? "tag" : "branch",
            ["workflow_ref"] = workflow,
            ["workflow_sha"] = run.Commit.Sha,
            ["job_workflow_ref"] = workflow,
            ["job_workflow_sha"] = run.Commit.Sha,
            ["runner_environment"] = "github-hosted",
            ["iss"] = Url,
            ["nbf"] = now - 5,
            ["iat"] = now,
            ["exp"] = now + 300,
        };
    }

    public string Mint(SandboxRun run, string audience) => Sign(Claims(run, audience));

    /// <summary>Any claims, by the newest key.</summary>
    public string Sign(JsonObject claims)
    {
        lock (state.Gate)
        {
            given.Add(Sign(claims, Keys[^1].Name, Keys[^1].Key));

            return given[^1];
        }
    }

    private void Add(RSA key) => keys.Add(($"sandbox-{state.Chance.Id()}", key));

    public static string Sign(JsonObject claims, string name, RSA key)
    {
        var data = $"{Part(new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = name })}.{Part(claims)}";

        return $"{data}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(data), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
