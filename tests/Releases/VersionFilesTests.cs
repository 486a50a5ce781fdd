using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Releases;

namespace Hotfix.Tests.Releases;

/// <summary>The version in the files that a profile names: nothing else changes, and what has not exactly one place is told.</summary>
public sealed class VersionFilesTests
{
    private const string Lock =
        """
        version = 4

        [[package]]
        name = "caro"
        version = "0.9.0"
        source = "registry+https://github.com/rust-lang/crates.io-index"

        [[package]]
        name = "caro"
        version = "1.1.0-beta" # our own
        dependencies = [
         "caro 0.9.0", # version = "1"
        ]

        [[package]]
        name = "caro-macros"
        version = "1.1.0-beta"

        """;

    private const string Cargo = "[package]\nname = \"caro\"\nversion = \"1.1.0-beta\"\n\n[dependencies]\nserde = { version = \"1\" }\n\n[dependencies.log]\nversion = \"0.4\"\n";

    /// <summary>Path, before, after; the version is 1.1.0-beta.1, and the store's 1.1.0.2001 where <paramref name="store"/> says so.</summary>
    [Theory]
    [InlineData("package.json", "{\n  \"name\": \"a\",\n  \"version\": \"1.0.0\"\n}\n", "{\n  \"name\": \"a\",\n  \"version\": \"1.1.0-beta.1\"\n}\n", false)]
    [InlineData("web/package.json", "{\"version\":\"1.0.0\",\"x\":{\"version\":\"7\"}}", "{\"version\":\"1.1.0-beta.1\",\"x\":{\"version\":\"7\"}}", false)]
    [InlineData("package.json", "\uFEFF{\r\n\t\"description\": \"Größe 🚀\",\r\n\t\"version\" : \"1.0.0\",\r\n\t\"x\": [ 1,2 ]\r\n}", "\uFEFF{\r\n\t\"description\": \"Größe 🚀\",\r\n\t\"version\" : \"1.1.0-beta.1\",\r\n\t\"x\": [ 1,2 ]\r\n}", false)]
    [InlineData("package.json", "{ \"version\": \"\" }", "{ \"version\": \"1.1.0-beta.1\" }", false)]
    [InlineData("package-lock.json", "{\"version\":\"1.0.0\",\"lockfileVersion\":3,\"packages\":{\"\":{\"name\":\"a\",\"version\":\"1.0.0\"},\"node_modules/b\":{\"version\":\"1.0.0\"}}}", "{\"version\":\"1.1.0-beta.1\",\"lockfileVersion\":3,\"packages\":{\"\":{\"name\":\"a\",\"version\":\"1.1.0-beta.1\"},\"node_modules/b\":{\"version\":\"1.0.0\"}}}", false)]
    [InlineData("package-lock.json", "{\"version\":\"1.0.0\",\"lockfileVersion\":1,\"dependencies\":{\"b\":{\"version\":\"1.0.0\"}}}", "{\"version\":\"1.1.0-beta.1\",\"lockfileVersion\":1,\"dependencies\":{\"b\":{\"version\":\"1.0.0\"}}}", false)]
    [InlineData("npm-shrinkwrap.json", "{\"version\":\"1.0.0\"}", "{\"version\":\"1.1.0-beta.1\"}", false)]
    [InlineData("manifest.json", "{\n  \"manifest_version\": 3,\n  \"version\": \"1.0.0\",\n  \"name\": \"A\"\n}\n", "{\n  \"manifest_version\": 3,\n  \"version\": \"1.1.0.2001\",\n  \"version_name\": \"1.1.0-beta.1\",\n  \"name\": \"A\"\n}\n", true)]
    [InlineData("manifest.json", "{\r\n\r\n\t\"version\" :\"1.0.0\"\r\n}", "{\r\n\r\n\t\"version\" :\"1.1.0.2001\",\r\n\t\"version_name\" :\"1.1.0-beta.1\"\r\n}", true)]
    [InlineData("manifest.json", "{\"version\":\"1.0.0\",\"name\":\"A\"}", "{\"version\":\"1.1.0.2001\",\"version_name\":\"1.1.0-beta.1\",\"name\":\"A\"}", true)]
    [InlineData("manifest.json", "{ \"version\": \"1.0.0\" }", "{ \"version\": \"1.1.0.2001\", \"version_name\": \"1.1.0-beta.1\" }", true)]
    [InlineData("manifest.json", "{\n  // ours\n  \"version\": \"1.0.0\", // theirs\n}", "{\n  // ours\n  \"version\": \"1.1.0.2001\",\n  \"version_name\": \"1.1.0-beta.1\", // theirs\n}", true)]
    [InlineData("src/manifest.json", "{\"version_name\": \"1.0.0 beta\", \"version\": \"1.0.0\"}", "{\"version_name\": \"1.1.0-beta.1\", \"version\": \"1.1.0.2001\"}", true)]
    [InlineData("manifest.json", "{\"version\":\"1.0.0\",\"browser_specific_settings\":{\"gecko\":{\"strict_min_version\":\"109.0\"}}}", "{\"version\":\"1.1.0-beta.1\",\"browser_specific_settings\":{\"gecko\":{\"strict_min_version\":\"109.0\"}}}", false)]
    [InlineData("manifest.json", "{\"version\":\"1.0.0\",\"version_name\":\"1.0.0\"}", "{\"version\":\"1.1.0-beta.1\",\"version_name\":\"1.1.0-beta.1\"}", false)]
    [InlineData("Cargo.toml", Cargo, "[package]\nname = \"caro\"\nversion = \"1.1.0-beta.1\"\n\n[dependencies]\nserde = { version = \"1\" }\n\n[dependencies.log]\nversion = \"0.4\"\n", false)]
    [InlineData("Cargo.toml", "# version = \"0\"\r\n[ package ] # here\r\n\"version\"='1.0.0'\r\ndescription = \"\"\"\r\n[package]\r\nversion = \"2\"\r\n\"\"\"\r\nkeywords = [\r\n  \"version = 3\", # ]\r\n]\r\n[package.metadata]\r\nversion = \"4\"\r\n", "# version = \"0\"\r\n[ package ] # here\r\n\"version\"='1.1.0-beta.1'\r\ndescription = \"\"\"\r\n[package]\r\nversion = \"2\"\r\n\"\"\"\r\nkeywords = [\r\n  \"version = 3\", # ]\r\n]\r\n[package.metadata]\r\nversion = \"4\"\r\n", false)]
    [InlineData("App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <!-- <Version>0</Version> -->\n  <PropertyGroup>\n    <Version>1.0.0</Version>\n  </PropertyGroup>\n  <ItemGroup><PackageReference Include=\"b\"><Version>1.0.0</Version></PackageReference></ItemGroup>\n</Project>\n", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <!-- <Version>0</Version> -->\n  <PropertyGroup>\n    <Version>1.1.0-beta.1</Version>\n  </PropertyGroup>\n  <ItemGroup><PackageReference Include=\"b\"><Version>1.0.0</Version></PackageReference></ItemGroup>\n</Project>\n", false)]
    [InlineData("Directory.Build.props", "\uFEFF<?xml version=\"1.0\"?>\r\n<Project xmlns='x'><PropertyGroup Condition=\"'1' > '0'\"><Version x='>'> 1.0.0 </Version><Empty/></PropertyGroup></Project>", "\uFEFF<?xml version=\"1.0\"?>\r\n<Project xmlns='x'><PropertyGroup Condition=\"'1' > '0'\"><Version x='>'> 1.1.0-beta.1 </Version><Empty/></PropertyGroup></Project>", false)]
    public void Only_the_version_changes(string path, string before, string after, bool store) => Assert.Equal(
        new FilesEdited([new EditedFile(path, after)], []),
        VersionFiles.Edit(Rules(new VersionFileRule(path, null, false)), new Dictionary<string, string> { [path] = before }, "1.1.0-beta.1", store ? "1.1.0.2001" : null));

    [Theory]
    [InlineData("src/version.rs", """VERSION: &str = "(?<version>[^"]*)";""", "pub const VERSION: &str = \"1.0.0\";\r\n", "pub const VERSION: &str = \"1.1.0-beta.1\";\r\n")]
    [InlineData("VERSION", "^(?<version>.+)$", "1.0.0\r\n", "1.1.0-beta.1\r\n")]
    [InlineData("VERSION", "^(?<version>.*)$", "1.0.0", "1.1.0-beta.1")]
    [InlineData("package.json", "\"release\": \"(?<version>[^\"]*)\"", "{\"version\":\"7\",\"release\": \"1.0.0\"}", "{\"version\":\"7\",\"release\": \"1.1.0-beta.1\"}")]
    public void Anything_else_goes_by_pattern(string path, string pattern, string before, string after) => Assert.Equal(
        new FilesEdited([new EditedFile(path, after)], []),
        VersionFiles.Edit(Rules(new VersionFileRule(path, pattern, false)), new Dictionary<string, string> { [path] = before }, "1.1.0-beta.1", null));

    [Fact]
    public void A_lock_of_Cargo_changes_where_the_package_itself_is() => Assert.Equal(
        new FilesEdited(
            [new EditedFile("tool/Cargo.lock", Lock.Replace("\"1.1.0-beta\" # our own", "\"1.1.0-beta.1\" # our own", StringComparison.Ordinal)), new EditedFile("tool/Cargo.toml", Cargo.Replace("1.1.0-beta", "1.1.0-beta.1", StringComparison.Ordinal))],
            []),
        VersionFiles.Edit(
            Rules(new VersionFileRule("tool/Cargo.toml", null, false), new VersionFileRule("tool/Cargo.lock", null, true)),
            new Dictionary<string, string> { ["tool/Cargo.toml"] = Cargo, ["tool/Cargo.lock"] = Lock },
            "1.1.0-beta.1",
            null));

    [Theory]
    [InlineData("package.json", null, "{}", "`package.json`: exactly one top-level `version` was looked for, and none was found.")]
    [InlineData("package.json", null, "[\"version\"]", "`package.json`: exactly one top-level `version` was looked for, and none was found.")]
    [InlineData("package.json", null, "{\"version\":\"1\",\n\"version\":\"2\",\n\n\"version\":\"3\"}", "`package.json`: exactly one top-level `version` was looked for, and 3 were found, in lines 1, 2 and 4.")]
    [InlineData("package.json", null, "{\"version\": 1}", "`package.json`: the top-level `version` is no text.")]
    [InlineData("package.json", null, "{\n\"version\": \"1\"\n\"x\": 1}", "`package.json`: it cannot be read as JSON; line 3 is wrong.")]
    [InlineData("package.json", null, "", "`package.json`: it cannot be read as JSON; line 1 is wrong.")]
    [InlineData("package.json", null, "{\"version\":\"1\"}}", "`package.json`: it cannot be read as JSON; line 1 is wrong.")]
    [InlineData("package-lock.json", null, "{\"packages\":{\"\":{\"version\":\"1\",\"version\":\"1\"}},\"version\":\"1\"}", "`package-lock.json`: exactly one `version` of `packages[\"\"]` was looked for, and 2 were found, in line 1.")]
    [InlineData("manifest.json", null, "{\"version\":\"1\",\"version_name\":7}", "`manifest.json`: the top-level `version_name` is no text.")]
    [InlineData("manifest.json", null, "{\"name\":\"A\"}", "`manifest.json`: exactly one top-level `version` was looked for, and none was found.")]
    [InlineData("Cargo.toml", null, "[workspace.package]\nversion = \"1.0.0\"\n", "`Cargo.toml`: exactly one `version` in `[package]` was looked for, and none was found.")]
    [InlineData("Cargo.toml", null, "[package]\nversion.workspace = true\n", "`Cargo.toml`: its `version` in `[package]` is no text of its own; a version that comes from the workspace needs a `pattern`.")]
    [InlineData("Cargo.toml", null, "[package]\nversion = \"1\"\nversion = \"2\"\n", "`Cargo.toml`: exactly one `version` in `[package]` was looked for, and 2 were found, in lines 2 and 3.")]
    [InlineData("Cargo.lock", null, Lock, "`Cargo.lock`: the package's name stands in `Cargo.toml`, which is not there.")]
    [InlineData("App.csproj", null, "<Project><PropertyGroup><VersionPrefix>1</VersionPrefix></PropertyGroup></Project>", "`App.csproj`: exactly one `<Version>` in a `<PropertyGroup>` was looked for, and none was found.")]
    [InlineData("App.csproj", null, "<Project><PropertyGroup><Version>$(Base)-x</Version></PropertyGroup></Project>", "`App.csproj`: its `<Version>` is made from something else; give that a `pattern`.")]
    [InlineData("App.csproj", null, "<Project><PropertyGroup>\n<Version>1</Version>\n<Version>2</Version></PropertyGroup></Project>", "`App.csproj`: exactly one `<Version>` in a `<PropertyGroup>` was looked for, and 2 were found, in lines 2 and 3.")]
    [InlineData("VERSION", null, "1.0.0", "`VERSION`: how a version stands in it is not known; give it a `pattern` in `branches.version_files`.")]
    [InlineData("VERSION", "v(?<version>\\d)", "1.0.0", "`VERSION`: exactly one match of the pattern `v(?<version>\\d)` was looked for, and none was found.")]
    [InlineData("VERSION", "(?<version>\\d)", "1.2.3\n1 1 1 1 1 1 1 1", "`VERSION`: exactly one match of the pattern `(?<version>\\d)` was looked for, and 11 were found, in lines 1 and 2 and after.")]
    [InlineData("VERSION", "(?<version>\\d", "1", "`VERSION`: its pattern `(?<version>\\d` is no regular expression that can be understood.")]
    [InlineData("VERSION", "(?<version>(a{99}){99}){99}", "1", "`VERSION`: its pattern `(?<version>(a{99}){99}){99}` looks back or ahead, or counts too far, and neither is supported here.")]
    public void A_rule_without_exactly_one_place_is_told(string path, string? pattern, string text, string sentence) => Assert.Equal(
        new FilesEdited([], [sentence]),
        VersionFiles.Edit(Rules(new VersionFileRule(path, pattern, true)), new Dictionary<string, string> { [path] = text }, "1.0.1", "1.0.1"));

    [Fact]
    public void A_file_that_must_be_there_is_told_and_one_that_need_not_is_passed_over() => Assert.Equal(
        new FilesEdited([], ["`package.json`: the file is not there; take it out of `branches.version_files`, or say there that it is optional."]),
        VersionFiles.Edit(Rules(new VersionFileRule("package.json", null, false), new VersionFileRule("package-lock.json", null, true)), new Dictionary<string, string>(), "1.0.1", null));

    [Fact]
    public void Two_rules_of_one_file_have_a_place_each() => Assert.Equal(
        new FilesEdited([new EditedFile("v.h", "#define A \"1.0.1\"\n#define B \"1.0.1\"\n")], []),
        VersionFiles.Edit(
            Rules(new VersionFileRule("v.h", "A \"(?<version>[^\"]*)", false), new VersionFileRule("v.h", "B \"(?<version>[^\"]*)", false)),
            new Dictionary<string, string> { ["v.h"] = "#define A \"1\"\n#define B \"1\"\n" },
            "1.0.1",
            null));

    [Fact]
    public void A_file_that_has_the_version_already_does_not_change() =>
        Assert.Equal(new FilesEdited([], []), VersionFiles.Edit(Rules(new VersionFileRule("package.json", null, false)), new Dictionary<string, string> { ["package.json"] = "{\"version\":\"1.0.1\"}" }, "1.0.1", null));

    [Theory]
    [InlineData("cli", "Cargo.toml Cargo.lock src/version.rs")]
    [InlineData("web-service", "package.json package-lock.json")]
    [InlineData("appliance", "package.json package-lock.json")]
    [InlineData("browser-extension", "manifest.json package.json package-lock.json")]
    public void The_files_to_read(string profile, string paths) => Assert.Equal(paths, string.Join(' ', VersionFiles.Paths(ProfileReader.BuiltIn(profile).Branches)));

    [Fact]
    public void A_lock_of_Cargo_needs_its_package() => Assert.Equal(["a/Cargo.lock", "a/Cargo.toml"], VersionFiles.Paths(Rules(new VersionFileRule("a/Cargo.lock", null, false))));

    [Fact]
    public void The_document_s_own_example() => Assert.Equal(
        new FilesEdited([new EditedFile("Cargo.toml", Cargo.Replace("1.1.0-beta", "1.1.0-beta.1", StringComparison.Ordinal)), new EditedFile("src/version.rs", "const VERSION: &str = \"1.1.0-beta.1\";")], []),
        VersionFiles.Edit(ProfileReader.BuiltIn("cli").Branches, new Dictionary<string, string> { ["Cargo.toml"] = Cargo, ["src/version.rs"] = "const VERSION: &str = \"1.1.0-beta\";" }, "1.1.0-beta.1", null));

    private static BranchRules Rules(params VersionFileRule[] files) => ProfileReader.BuiltIn("cli").Branches with { VersionFiles = [.. files] };
}
