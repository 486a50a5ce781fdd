namespace Hotfix.Domain;

/// <summary>Where in a report something stands. The title tells more than the body, so it comes first.</summary>
internal enum Place
{
    Title,
    Body,
}

/// <summary>The words of a report that a finding rests on, as the reporter wrote them: somebody else's text, to be quoted only through <c>Quote</c>.</summary>
internal sealed record Evidence(string Words, Place Place);

/// <summary>Something read out of a report; without evidence it is the profile's "otherwise".</summary>
internal sealed record Finding<T>(T Value, Evidence? Evidence);
