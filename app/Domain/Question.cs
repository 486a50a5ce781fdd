namespace Hotfix.Domain;

/// <summary>The questions an issue form asks, and that people answer under headings of their own words.</summary>
internal enum Question
{
    Kind,
    Severity,
    Version,
    Platform,
    Affected,
    Steps,
    Expected,
    Actual,
    Logs,
    Other,
}
