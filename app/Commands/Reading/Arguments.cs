using System.Buffers;
using System.Globalization;
using System.Text;
using Hotfix.Domain;

namespace Hotfix.Commands.Reading;

/// <summary>What one form makes of the words: the arguments it stands for, or how far it fits.</summary>
/// <param name="Taken">The arguments that fit, in the registry's spelling.</param>
/// <param name="Expected">What should have followed them; null where nothing should, or nothing is missing.</param>
internal sealed record FormReading(Values<string> Taken, ArgumentRule? Expected, bool IsSurplus)
{
    public bool Fits => Expected is null && !IsSurplus;
}

/// <summary>Reads words as the arguments of a form.</summary>
internal static class Arguments
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    public static FormReading Read(Form form, IReadOnlyList<CommandWord> words, IReadOnlyList<VerbRule> verbs)
    {
        var taken = new List<string>();

        foreach (var rule in form.Arguments)
        {
            if (rule.Kind == ArgumentKind.Text)
            {
                var text = Text([.. words.Skip(taken.Count)]);

                return text.Length == 0 ? new([.. taken], rule, false) : new([.. taken, text], null, false);
            }

            if (taken.Count == words.Count || Read(rule, words[taken.Count].Value!, verbs) is not { } value)
            {
                return new([.. taken], rule, false);
            }

            taken.Add(value);
        }

        return new([.. taken], null, words.Count > taken.Count);
    }

    /// <summary>Words as text: in quotes when the whole of it is, which are dropped.</summary>
    public static string Text(IReadOnlyList<CommandWord> words) => words is [{ IsQuoted: true } only] ? only.Value!.Trim() : string.Join(' ', words.Select(word => word.Raw));

    private static string? Read(ArgumentRule rule, string word, IReadOnlyList<VerbRule> verbs) => rule.Kind switch
    {
        ArgumentKind.OneOf => rule.Words.FirstOrDefault(known => Ascii.EqualsIgnoreCase(known, word)),
        ArgumentKind.Verb => verbs.FirstOrDefault(verb => Ascii.EqualsIgnoreCase(verb.Name, word))?.Name,
        ArgumentKind.Login => Login(word.AsSpan(word is ['@', ..] ? 1 : 0)),
        ArgumentKind.Issue => Number(word.AsSpan(word is ['#', ..] ? 1 : 0)),
        _ => word,
    };

    /// <summary>
    /// Letters, digits and single hyphens between them, at most 39. Source: GitHub's own sentence when one chooses a name.
    /// An account that a company manages ends in <c>_</c> and the company's short code (GitHub Docs, "Username considerations for external authentication").
    /// </summary>
    private static string? Login(ReadOnlySpan<char> name)
    {
        var plain = name.Count('_') == 1 && name is not ['_', ..] and not [.., '_'] ? name[..name.IndexOf('_')] : name;
        var code = name[plain.Length..];

        return name.Length is > 0 and <= 39 && IsName(plain) && (code.IsEmpty || !code[1..].ContainsAnyExcept(Letters)) ? name.ToString() : null;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var part in name.Split('-'))
        {
            if (name[part].IsEmpty || name[part].ContainsAnyExcept(Letters))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number.ToString(CultureInfo.InvariantCulture) : null;
}
