using Hotfix.Domain;

namespace Hotfix.Triage.Reading;

internal static class Paths
{
    public static Values<string> Find(string text) => throw new NotImplementedException();
}
