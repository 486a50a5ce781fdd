using System.Xml;

namespace Hotfix.Extension.Metadata;

/// <summary>How many tests passed, counted from a runner's report: JUnit's XML (<c>testcase</c>, which most runners write) or Visual Studio's TRX (<c>UnitTestResult</c>).</summary>
/// <param name="SuiteErrors">Failures outside of any test, as of a fixture that could not be set up.</param>
internal sealed record TestResults(int Passed, int Failed, int Skipped, int SuiteErrors = 0)
{
    public static TestResults operator +(TestResults left, TestResults right) => new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped, left.SuiteErrors + right.SuiteErrors);

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
        var (all, failed, skipped, suiteErrors) = (0, 0, 0, 0);
        var open = false; // whether we are inside a test that is not yet counted as failed or skipped
        var inside = false; // whether we are inside a test at all

        do
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "testcase"):
                    all++;
                    open = inside = !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "testcase"):
                    open = inside = false;
                    break;
                case (XmlNodeType.Element, "failure" or "error") when open:
                    (failed, open) = (failed + 1, false);
                    break;
                case (XmlNodeType.Element, "skipped") when open:
                    (skipped, open) = (skipped + 1, false);
                    break;
                case (XmlNodeType.Element, "failure" or "error") when !inside:
                    suiteErrors++;
                    break;
                case (XmlNodeType.Element, "UnitTestResult"):
                    all++;
                    failed += reader.GetAttribute("outcome") is "Failed" or "Error" or "Timeout" or "Aborted" ? 1 : 0;
                    skipped += reader.GetAttribute("outcome") is "NotExecuted" or "Inconclusive" or "NotRunnable" or "Pending" or "Disconnected" ? 1 : 0;
                    break;
                case (XmlNodeType.Element, "InnerResults"):
                    reader.Skip(); // the rows of a test that is counted already; leaves the reader on what follows
                    continue;
                default:
                    break;
            }

            reader.Read();
        }
        while (!reader.EOF);

        return new(all - failed - skipped, failed, skipped, suiteErrors);
    }
}
