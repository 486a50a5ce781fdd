namespace Hotfix.Profiles.Shapes;

/// <summary>Text of a certain form.</summary>
/// <param name="Name">One word, for the documentation.</param>
/// <param name="Wanted">What it is, for a sentence.</param>
/// <param name="Pattern">A regular expression of ECMA 262 for editors; what it lets through may still be wrong. Null where none helps.</param>
/// <param name="Fault">The last word: what is wrong with a text as it follows "this", or null.</param>
internal sealed record Format(string Name, string Wanted, string? Pattern, Func<string, string?> Fault)
{
    public Format(string name, string wanted, string? pattern, Predicate<string> isRight)
        : this(name, wanted, pattern, text => isRight(text) ? null : $"is not {wanted}")
    {
    }
}
