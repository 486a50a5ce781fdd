using System.Text;
using Hotfix.Extension;
using Hotfix.Extension.Metadata;

namespace Hotfix.Tests.Extension.Metadata;

public sealed class TestResultsTests
{
    [Theory]
    [InlineData("<testsuites><testsuite><testcase/><testcase><failure>x</failure><error/></testcase><testcase><skipped/></testcase></testsuite></testsuites>", 1, 1, 1)]
    [InlineData("<testsuite><testcase name='a'><system-out>error</system-out></testcase></testsuite>", 1, 0, 0)]
    [InlineData("<testsuites/>", 0, 0, 0)]
    [InlineData(
        "<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'><Results><UnitTestResult outcome='Passed'/><UnitTestResult outcome='Failed'/><UnitTestResult outcome='NotExecuted'/></Results></TestRun>", 1, 1, 1)]
    public void Tests_are_counted(string report, int passed, int failed, int skipped) =>
        Assert.Equal(new TestResults(passed, failed, skipped), TestResults.Read(Encoding.UTF8.GetBytes(report), "r.xml"));

    [Theory]
    [InlineData("<testsuite><error/><failure/><testcase/></testsuite>", 1, 0, 0, 2)]
    [InlineData("<testsuite><testcase/><skipped/></testsuite>", 1, 0, 0, 0)]
    [InlineData("<testsuite><testcase></testcase><error/></testsuite>", 1, 0, 0, 1)]
    [InlineData("<testsuite><error/></testsuite>", 0, 0, 0, 1)]
    [InlineData("<testsuite><testcase><skipped/><failure/></testcase></testsuite>", 0, 0, 1, 0)]
    [InlineData("<TestRun><UnitTestResult outcome='Failed'><InnerResults><UnitTestResult outcome='Failed'/><UnitTestResult outcome='Passed'/></InnerResults></UnitTestResult><UnitTestResult outcome='Passed'/></TestRun>", 1, 1, 0, 0)]
    [InlineData("<TestRun><UnitTestResult outcome='Passed'><InnerResults/></UnitTestResult><UnitTestResult outcome='Passed'/></TestRun>", 2, 0, 0, 0)]
    public void Only_tests_are_counted_as_tests_and_each_once(string report, int passed, int failed, int skipped, int suiteErrors) =>
        Assert.Equal(new TestResults(passed, failed, skipped, suiteErrors), TestResults.Read(Encoding.UTF8.GetBytes(report), "r.xml"));

    [Theory]
    [InlineData("<html/>", "'r.xml' is no report of tests: it is neither JUnit's XML nor TRX.")]
    [InlineData("<testsuites>\n<testcase>", "'r.xml' is no report of tests: line 2 is no XML, or uses what such a report does not.")]
    [InlineData("{}", "'r.xml' is no report of tests: line 1 is no XML, or uses what such a report does not.")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><testsuites>&b;</testsuites>", "'r.xml' is no report of tests: line 1 is no XML, or uses what such a report does not.")]
    public void What_is_no_report_is_told(string report, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ExtensionException>(() => TestResults.Read(Encoding.UTF8.GetBytes(report), "r.xml")).Message);
}
