using Hotfix.Domain;

namespace Hotfix.Triage.Owners;

internal sealed class CodeOwnersFile
{
    public static CodeOwnersFile Parse(string text) => throw new NotImplementedException();

    public Values<string> OwnersOf(string path) => throw new NotImplementedException();
}
