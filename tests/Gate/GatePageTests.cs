using Hotfix.Gate;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Gate;

public sealed class GatePageTests
{
    [Fact]
    public void The_page_has_the_table_of_all_kinds() => MadeText.Check("docs/gate.md", "evidence", string.Join(
        '\n',
        ["| evidence | true when |", "| --- | --- |", .. Evidences.All.Select(evidence => $"| `{evidence.Rule.Usage}` | {evidence.Rule.TrueWhen} |")]));
}
