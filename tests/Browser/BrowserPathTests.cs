using Hotfix.Browser;
using Hotfix.Extension;

namespace Hotfix.Tests.Browser;

/// <summary>Where the browser is looked for.</summary>
public sealed class BrowserPathTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-path-");

    [Fact]
    public void What_somebody_says_comes_before_the_environment_and_that_before_the_usual_names()
    {
        var (said, variable, usual) = (Program("said"), Program("variable"), Program("google-chrome"));
        string? Environment(string name) => name switch { "CHROMIUM_PATH" => variable, "PATH" => folder.FullName, _ => null };

        Assert.Equal(said, BrowserPath.Find(said, Environment));
        Assert.Equal(variable, BrowserPath.Find(null, Environment));
        Assert.Equal(usual, BrowserPath.Find(null, name => name == "PATH" ? folder.FullName : null));
        Assert.Equal(said, BrowserPath.Find("said", Environment));
        Assert.Equal(Program("chromium"), BrowserPath.Find(null, name => name == "PATH" ? folder.FullName : ""));
    }

    [Fact]
    public void What_is_not_there_is_told_in_a_sentence()
    {
        Assert.Equal("There is no program '/gone', which --chromium says is the browser.", Assert.Throws<ExtensionException>(() => BrowserPath.Find("/gone", _ => null)).Message);
        Assert.Equal("There is no program 'gone', which CHROME_PATH says is the browser.", Assert.Throws<ExtensionException>(() => BrowserPath.Find(null, name => name == "CHROME_PATH" ? "gone" : null)).Message);
        Assert.StartsWith("No Chromium was found: install chromium", Assert.Throws<ExtensionException>(() => BrowserPath.Find(null, _ => null)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Program(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "");

        return path;
    }
}
