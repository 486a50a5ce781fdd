using System.Text;

namespace Hotfix.Commands.Reading;

/// <summary>What stands between blanks, or between quotes.</summary>
/// <param name="Raw">As it was written.</param>
/// <param name="Value">Without the quotes; of a flag what follows <c>=</c>, null where nothing does.</param>
/// <param name="Flag">A flag's name as written, without the dashes; null of other words.</param>
internal sealed record CommandWord(string Raw, string? Value, string? Flag, bool IsQuoted)
{
    /// <summary>It begins with one long dash, as some keyboards make of two: a flag only if there is one of that name.</summary>
    public bool IsDoubtful => Flag is not null && Raw[0] != '-';

    public CommandWord AsPlain() => new(Raw, Raw, null, false);

    public bool Is(string word) => Ascii.EqualsIgnoreCase(Flag ?? Value, word);
}
