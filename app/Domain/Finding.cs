namespace Hotfix.Domain;

/// <summary>Where in a report something stands.</summary>
internal enum Place
{
    Title,

    /// <summary>Under "actual result" or a heading like it.</summary>
    Actual,
    Body,
    Steps,

    /// <summary>What the author answered when asked.</summary>
    Reply,

    /// <summary>In code, a log, or an error message: no claim, but evidence of its own kind.</summary>
    Log,

    /// <summary>Under "expected result": what should be, and so never a claim.</summary>
    Expected,

    /// <summary>An answer of a form.</summary>
    Form,

    /// <summary>Said by command.</summary>
    Command,
}

/// <summary>The words of a report that a finding rests on, as the reporter wrote them: somebody else's text, to be quoted only through <c>Quote</c>.</summary>
internal sealed record Evidence(string Words, Place Place);

/// <summary>Something read out of a report; without evidence it is the profile's "otherwise".</summary>
internal sealed record Finding<T>(T Value, Evidence? Evidence);

/// <summary>Something that a profile has a name for (a core feature, an area), and the words that speak of it.</summary>
internal sealed record NamedFinding(string Name, Evidence Evidence);
