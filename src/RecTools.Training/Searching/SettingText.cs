using System.Globalization;

namespace RecTools.Training;

/// <summary>A value of a setting as text, the same whatever the language.</summary>
internal static class SettingText
{
    /// <summary>The text.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        Array list => string.Join(' ', list.Cast<object?>().Select(Of)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
