using System.Reflection;

namespace Hotfix.Templates;

/// <summary>The templates that ship under app/Templates, by their names; a team's own stands before them (<c>.github/hotfix/&lt;name&gt;.md</c>).</summary>
internal static class BuiltInTemplates
{
    /// <returns>Null where none has the name.</returns>
    public static string? Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.md");

        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }
}
