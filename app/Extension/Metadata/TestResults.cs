using System.Xml;

namespace Hotfix.Extension.Metadata;

/// <summary>How many tests passed, counted from a runner's report: JUnit's XML (<c>testcase</c>, which most runners write) or Visual Studio's TRX (<c>UnitTestResult</c>).</summary>
internal sealed record TestResults(int Passed, int Failed, int Skipped)
{
    public static TestResults operator +(TestResults left, TestResults right) => new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>Reads as it goes; entities and document types, by which a small file grows large, are refused.</summary>
    /// <exception cref="ExtensionException">The file is neither.</exception>
    public static TestResults Read(ReadOnlyMemory<byte> file, string name)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });

            return reader.MoveToContent() == XmlNodeType.Element && reader.LocalName is "testsuites" or "testsuite" or "TestRun"
                ? Count(reader)
                : throw new ExtensionException($"'{name}' is no report of tests: it is neither JUnit's XML nor TRX.");
        }
        catch (XmlException wrong)
        {
            throw new ExtensionException($"'{name}' is no report of tests: line {Math.Max(1, wrong.LineNumber)} is no XML, or uses what such a report does not.");
        }
    }

    private static TestResults Count(XmlReader reader)
    {
        var (all, failed, skipped) = (0, 0, 0);
        var counted = false; // whether the test that is open has been counted as failed or skipped

        do
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "testcase":
                    (all, counted) = (all + 1, false);
                    break;
                case "failure" or "error" when !counted:
                    (failed, counted) = (failed + 1, true);
                    break;
                case "skipped" when !counted:
                    (skipped, counted) = (skipped + 1, true);
                    break;
                case "UnitTestResult":
                    all++;
                    failed += reader.GetAttribute("outcome") is "Failed" or "Error" or "Timeout" or "Aborted" ? 1 : 0;
                    skipped += reader.GetAttribute("outcome") is "NotExecuted" or "Inconclusive" or "NotRunnable" or "Pending" or "Disconnected" ? 1 : 0;
                    break;
                default:
                    break;
            }
        }
        while (reader.Read());

        return new(all - failed - skipped, failed, skipped);
    }
}
