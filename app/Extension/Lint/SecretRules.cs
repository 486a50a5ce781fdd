using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Hotfix.Extension.Lint.Source;

namespace Hotfix.Extension.Lint;

/// <summary>Credentials by the shape their issuers give them. What was found is never repeated: the finding is read by more people than the file.</summary>
internal static partial class SecretRules
{
    private static readonly string[] TextFiles = [".JS", ".MJS", ".CJS", ".JSON", ".HTML", ".HTM", ".CSS", ".TXT", ".MD", ".XML", ".YML", ".YAML", ".ENV", ".TS", ".MAP", ""];

    public static bool IsText(string path) => TextFiles.Contains(Path.GetExtension(path).ToUpperInvariant());

    public static IEnumerable<LintFinding> Check(PackageFile file)
    {
        if (!IsText(file.Path) || file.Bytes.Length > Script.MaxBytes || !Utf8.IsValid(file.Bytes.Span))
        {
            yield break;
        }

        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        var (line, counted) = (1, 0);

        foreach (Match match in Shape().Matches(text))
        {
            var name = match.Groups.Values.Skip(1).First(group => group.Success && group.Name is not "value").Name;

            if (!IsLikely(name, match.Groups["value"] is { Success: true } value ? value.Value : match.Value))
            {
                continue;
            }

            line += text.AsSpan(counted, match.Index - counted).Count('\n');
            counted = match.Index;
            yield return Rules.Secret.At(file.Path, line, $"This looks like {About(name)}: everybody who installs the extension can read it. Take it out, and revoke it.");
        }
    }

    /// <summary>A word in quotes is no secret; letters and digits mixed are. Keys of models begin like names in style sheets (<c>sk-fading-circle-…</c>), and have letters of both kinds.</summary>
    private static bool IsLikely(string name, string value) => name switch
    {
        "credential" or "header" => value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !Placeholder().IsMatch(value),
        "model" => value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetterUpper) && !Placeholder().IsMatch(value),
        _ => true,
    };

    private static string About(string name) => name switch
    {
        "pem" => "a private key",
        "aws" => "an access key of AWS",
        "github" => "a token of GitHub",
        "gitlab" => "a token of GitLab",
        "slack" => "a token or webhook of Slack",
        "google" => "an API key or client secret of Google",
        "stripe" => "a live key of Stripe",
        "model" => "a key of a language model's API",
        "npm" => "a token of npm",
        "sendgrid" => "a key of SendGrid",
        "jwt" => "a signed token (JWT)",
        _ => "a key, token or password",
    };

    [GeneratedRegex(
        """
        (?<pem>-----BEGIN\ (?:[A-Z]+\ )?PRIVATE\ KEY-----)
        |\b(?:
          (?<aws>(?:AKIA|ASIA)[0-9A-Z]{16})\b
          |(?<github>gh[pousr]_[0-9A-Za-z]{36,255}|github_pat_[0-9A-Za-z_]{22,255})
          |(?<gitlab>glpat-[0-9A-Za-z_-]{20,100})
          |(?<slack>xox[abprs]-[0-9A-Za-z-]{10,250}|hooks\.slack\.com/services/T[0-9A-Z]{6,20}/B[0-9A-Z]{6,20}/[0-9A-Za-z]{16,40})
          |(?<google>AIza[0-9A-Za-z_-]{35}|GOCSPX-[0-9A-Za-z_-]{28})
          |(?<stripe>[sr]k_live_[0-9A-Za-z]{16,255})
          |(?<model>sk-(?:ant-|proj-)?[0-9A-Za-z_-]{32,255})
          |(?<npm>npm_[0-9A-Za-z]{36})
          |(?<sendgrid>SG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43})
          |(?<jwt>eyJ[0-9A-Za-z_-]{10,2000}\.eyJ[0-9A-Za-z_-]{10,2000}\.[0-9A-Za-z_-]{10,2000})
          |(?<header>(?i:authorization)["'`]?\]?\s{0,5}[:=,]\s{0,5}["'`](?i:bearer|basic|token)\s(?<value>[0-9A-Za-z+/_=.~-]{20,2000})["'`])
          |(?<credential>(?:(?i)api_?key|client_?secret|secret|access_?token|auth_?token|passwo?r?d))["']?\s{0,5}[:=]\s{0,5}["'](?<value>[0-9A-Za-z+/_=.-]{20,200})["']
        )
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    /// <summary>What people write where a secret will stand, or one character over and over.</summary>
    [GeneratedRegex(@"example|placeholder|your[_-]|change[_-]?me|insert[_-]|replace[_-]|dummy|(?<one>.)\k<one>{7}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
