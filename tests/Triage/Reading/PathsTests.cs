using FsCheck.Fluent;
using Hotfix.Tests.Support;
using Hotfix.Triage.Reading;

namespace Hotfix.Tests.Triage.Reading;

public sealed class PathsTests
{
    [Theory]
    [InlineData("It breaks in src/popup/list.js:12:3 each time.", "src/popup/list.js")]
    [InlineData("See src/popup/list.js.", "src/popup/list.js")]
    [InlineData("`src/a.ts`, (src/b.ts) and \"src/c.ts\"; [src/d.ts]", "src/a.ts src/b.ts src/c.ts src/d.ts")]
    [InlineData("    at foo (content/a.js:3)\n    at async Bar.baz (content/a.js:9:1)\n    at content/b.js:1", "content/a.js content/b.js")]
    [InlineData("chrome-extension://abcdefghijklmnop/src/x.js:1:2", "src/x.js")]
    [InlineData("chrome-extension://abcdefghijklmnop/popup.html", "popup.html")]
    [InlineData("load@moz-extension://0a1b-2c3d/src/x.js:1:2\nfoo@src/y.js:3:4", "src/x.js src/y.js")]
    [InlineData("webpack:///./src/a.js?1f2e webpack-internal:///./src/b.tsx:4", "src/a.js src/b.tsx")]
    [InlineData("https://app.example.com/static/main.js:1:200", "static/main.js")]
    [InlineData("https://app.example.com/static/main.js?v=2:1:200", "static/main.js")]
    [InlineData("https://example.com/docs/help.html", "")] // an address, not a frame
    [InlineData("file=src/a.js line=3", "src/a.js")]
    [InlineData("popup.js:12", "popup.js")]
    [InlineData("popup.js is broken, and Node.js, too", "")]
    [InlineData(@"   at App.Main() in C:\work\src\Program.cs:line 7", "work/src/Program.cs")]
    [InlineData(@"src\\popup\\list.js", "src/popup/list.js")]
    [InlineData("/usr/lib/app/main.py:7", "usr/lib/app/main.py")]
    [InlineData("  File \"app/main.py\", line 3, in <module>", "app/main.py")]
    [InlineData("main.go(12,3) cmd/main.go(12,3)", "cmd/main.go")]
    [InlineData("./src/../lib/./a.rs ../../b/c.rs", "lib/a.rs b/c.rs")]
    [InlineData("app/[id]/page.tsx src/@types/x.d.ts", "app/[id]/page.tsx src/@types/x.d.ts")]
    [InlineData("node_modules/react/index.js:3 at node:internal/modules/loader:1", "")]
    [InlineData("and/or 1/2.5 TCP/IP. yes/no.Then a.b/c @ada/x.y me@example.com/a.zip", "")]
    [InlineData("src/a.js src/a.js SRC/a.js", "src/a.js SRC/a.js")]
    [InlineData("src/\u202Egpj.js src/a\0b.js ../.js ../..", "")]
    [InlineData("", "")]
    public void Finds_the_files_a_report_names(string text, string paths) => Assert.Equal(paths.Split(' ', StringSplitOptions.RemoveEmptyEntries), Paths.Find(text));

    [Fact]
    public void Finds_twenty_at_most() => Assert.Equal(Enumerable.Range(1, 20).Select(number => $"src/{number}.js"), Paths.Find(string.Join('\n', Enumerable.Range(1, 100).Select(number => $"src/{number}.js:1"))));

    [Theory]
    [InlineData("/")]
    [InlineData("a/")]
    [InlineData("../")]
    [InlineData("a.js:1")]
    [InlineData(":1")]
    [InlineData("://")]
    [InlineData("@")]
    [InlineData("a.b ")]
    [InlineData("/.js ")]
    [InlineData("node_modules/a.js ")]
    [InlineData("]")]
    public void Reads_hostile_text_to_its_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 65_000 / part.Length));

        Assert.Equal("src/end.js", Paths.Find($"{text} src/end.js")[^1]);
    }

    [Fact]
    public void No_text_is_too_strange() => Properties.Hold(
        Gen.ArrayOf(Gen.Elements([.. @"a1.:/\?#@[]()%-", ' ', '\n', '\0', '\uD800', 'é', 'j', 's'])).Select(characters => new string(characters) + ".js:1"),
        text => Paths.Find(text).All(path => path.Length > 0 && !path.StartsWith('/') && !path.Contains('\\', StringComparison.Ordinal)));
}
