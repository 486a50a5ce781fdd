using Hotfix.Tests.Extension.Lint;

namespace Hotfix.Tests.Extension;

public sealed class ExtensionPackageTests
{
    [Theory]
    [InlineData("Tally", "Tally")]
    [InlineData("__MSG_NAME__", "Tally it")]
    [InlineData("__MSG_none__", "__MSG_none__")]
    public void The_name_is_the_one_that_people_see(string name, string shown) =>
        Assert.Equal(shown, Sample.With($"\"name\":\"{name}\",\"default_locale\":\"en\"", "_locales/en/messages.json={\"name\":{\"message\":\"Tally it\"}}").Name());
}
