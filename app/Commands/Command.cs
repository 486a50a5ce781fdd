using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>A line that was understood.</summary>
/// <param name="Arguments">In the verb's own order and spelling: words as the registry has them, logins without <c>@</c>, numbers without <c>#</c>.</param>
/// <param name="Flags">By name, without dashes; a flag that takes nothing has an empty value.</param>
internal sealed record Command(string Verb, Values<string> Arguments, Values<GivenFlag> Flags)
{
    public bool IsRehearsal => Has("dry-run");

    public bool Has(string flag) => Flags.Any(given => given.Name == flag);

    public string? Flag(string flag) => Flags.FirstOrDefault(given => given.Name == flag)?.Value;
}

internal sealed record GivenFlag(string Name, string Value);

/// <summary>What became of reading a line: a command, or why it is none.</summary>
/// <param name="Refusal">One or two sentences with the nearest right thing and the verb's usage; somebody else's words in it are quoted. Null when it is one.</param>
internal sealed record CommandReading(Command? Command, string? Refusal);
