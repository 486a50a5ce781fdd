using Microsoft.Extensions.Logging.Console;

namespace Hotfix;

/// <summary>How the log is written to standard output.</summary>
internal enum LogFormat
{
    /// <summary>One line an entry, for people.</summary>
    Text,

    /// <summary>One JSON object a line, for what collects logs.</summary>
    Json,
}

/// <summary>The log: where it goes, in which form, and what is left out of it. Times are UTC.</summary>
internal static class Logs
{
    /// <param name="isHosted">By Functions: its host takes lines of the standard error for errors, or for warnings if they say so, and all others for information.</param>
    public static void Add(ILoggingBuilder logging, LogFormat format, bool isHosted = false)
    {
        if (format == LogFormat.Json)
        {
            logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }
        else
        {
            logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-dd HH:mm:ss.fff'Z' "));
        }

        if (isHosted)
        {
            logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Warning);
        }

        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // a start that fails is told by the verb, in one sentence
    }
}
