using Hotfix.GitHub.Calls;

namespace Hotfix.Tests.GitHub;

public sealed class BoundedCacheTests
{
    private readonly BoundedCache<string, string> cache = new(10, value => value.Length);

    [Fact]
    public void What_was_used_last_stays()
    {
        cache.Put("a", "aaaa");
        cache.Put("b", "bbbb");
        cache.Find("a");
        cache.Put("c", "cccc");

        Assert.Equal(("aaaa", null, "cccc"), (cache.Find("a"), cache.Find("b"), cache.Find("c")));
    }

    [Fact]
    public void What_is_too_much_alone_drives_nothing_out_and_takes_the_place_of_what_it_replaces()
    {
        cache.Put("a", "aaaa");
        cache.Put("b", "bbbb");

        cache.Put("a", new string('a', 11));

        Assert.Equal((null, "bbbb"), (cache.Find("a"), cache.Find("b")));
    }
}
