using System.Text.Json;

namespace Hotfix.Sandbox.Wire;

/// <summary>Pastes fragments where fields are written one by one.</summary>
internal static class Pasting
{
    public static void Paste(this Utf8JsonWriter json, string name, Fragment? value)
    {
        json.WritePropertyName(name);

        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(value.Json.Span, skipInputValidation: true);
        }
    }

    public static void Paste(this Utf8JsonWriter json, string name, IEnumerable<Fragment> values)
    {
        json.WriteStartArray(name);

        foreach (var value in values)
        {
            json.WriteRawValue(value.Json.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
    }
}
