namespace Hotfix.Cli;

/// <summary>An error as one sentence for the person at the command line.</summary>
internal static class Complaint
{
    public static string About(Exception wrong) => wrong switch
    {
        // The reader of appsettings.json says what is wrong with the file in the innermost message only.
        InvalidDataException => $"{wrong.Message} {Innermost(wrong).Message}",
        _ => wrong.Message,
    };

    private static Exception Innermost(Exception wrong) => wrong.InnerException is { } inner ? Innermost(inner) : wrong;
}
