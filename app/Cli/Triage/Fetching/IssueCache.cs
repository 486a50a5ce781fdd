using System.Text;
using System.Text.Json;

namespace Hotfix.Cli.Triage.Fetching;

/// <summary>
/// Issues that were fetched, in a file that only grows: lines of <see cref="CachedIssue"/>, of which the last one of a number counts, and after each page a <see cref="CacheMark"/>. In memory is only where each issue stands.
/// A process that dies leaves at worst lines without a mark; they are cut off. One process at a time.
/// <para>Errors: <see cref="InputException"/> when the file cannot be used.</para>
/// </summary>
internal sealed class IssueCache : IDisposable
{
    private readonly FileStream file;
    private readonly Dictionary<int, Entry> entries = [];

    private IssueCache(FileStream file) => this.file = file;

    /// <summary>Null before the first page.</summary>
    public CacheMark? Mark { get; private set; }

    public static IssueCache Open(string path)
    {
        try
        {
            var cache = new IssueCache(CacheFile.Open(path));
            cache.Load();

            return cache;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}', where fetched issues are kept, cannot be used: {wrong.Message}", wrong);
        }
    }

    /// <summary>How many issues there are in this state.</summary>
    public int Count(string state) => state == "all" ? entries.Count : entries.Values.Count(entry => entry.State == state);

    /// <summary>The highest number of an issue.</summary>
    public int Highest => entries.Keys.DefaultIfEmpty().Max();

    public bool Has(CachedIssue issue) => entries.TryGetValue(issue.Number, out var entry) && entry.Updated == issue.Updated && entry.State == issue.State;

    /// <summary>Keeps the issues that are not here already, and how far fetching came.</summary>
    public void Append(IEnumerable<CachedIssue> issues, CacheMark mark)
    {
        foreach (var issue in issues.Where(issue => !Has(issue)))
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(issue, CacheJson.Default.CachedIssue);
            entries[issue.Number] = new(issue.Created, issue.Updated, issue.State, file.Position, line.Length);
            Write(line);
        }

        Write(JsonSerializer.SerializeToUtf8Bytes(mark, CacheJson.Default.CacheMark));
        file.Flush();
        Mark = mark;
    }

    /// <summary>The issues in this state, the newest first.</summary>
    public IEnumerable<CachedIssue> Read(string state)
    {
        foreach (var (_, entry) in entries.Where(pair => state == "all" || pair.Value.State == state).OrderByDescending(pair => pair.Value.Created).ThenByDescending(pair => pair.Key))
        {
            var line = new byte[entry.Length];
            file.Position = entry.Offset;
            file.ReadExactly(line);

            yield return JsonSerializer.Deserialize(line, CacheJson.Default.CachedIssue)!;
        }
    }

    public void Clear()
    {
        entries.Clear();
        Mark = null;
        file.SetLength(0);
    }

    public void Dispose() => file.Dispose();

    private void Write(byte[] line)
    {
        file.Write(line);
        file.WriteByte((byte)'\n');
    }

    private void Load()
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false), false, 1 << 16, leaveOpen: true);
        var pending = new List<(int Number, Entry Entry)>();
        long read = 0;
        long marked = 0;

        while (reader.ReadLine() is { } text && Parse(text) is { } line)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            var (offset, end) = (read, read + length + 1);
            read = end;

            if (line.Number is { } number)
            {
                pending.Add((number, new(line.Created, line.Updated, line.State ?? "", offset, length)));
            }
            else if (line.AsOf is { } asOf && end <= file.Length)
            {
                pending.ForEach(one => entries[one.Number] = one.Entry);
                pending.Clear();
                Mark = new(asOf, line.Reached, line.Next);
                marked = end;
            }
        }

        file.SetLength(marked);
        file.Position = marked;
    }

    private static CacheLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CacheJson.Default.CacheLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private readonly record struct Entry(DateTimeOffset Created, DateTimeOffset Updated, string State, long Offset, int Length);
}
