using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

public sealed class ProfileReaderTests
{
    [Fact]
    public void Reads_the_built_in_profile() => Assert.Equal("browser-extension", ProfileReader.BuiltIn("browser-extension").Name);

    [Theory]
    [InlineData("none", "There is no built-in profile 'none'. It is one of `browser-extension`, `cli`, `web-service`, `appliance`.")]
    [InlineData("english", "There is no built-in profile 'english'. It is one of `browser-extension`, `cli`, `web-service`, `appliance`.")]
    [InlineData("web-servise", "There is no built-in profile 'web-servise'; did you mean `web-service`? It is one of `browser-extension`, `cli`, `web-service`, `appliance`.")]
    public void There_is_no_profile_of_that_name(string name, string sentence) => Assert.Equal(sentence, Assert.Throws<ProfileException>(() => ProfileReader.BuiltIn(name)).Message);
}
