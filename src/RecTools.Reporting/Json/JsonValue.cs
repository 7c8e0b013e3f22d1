using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace RecTools.Reporting;

/// <summary>Writes values of whatever type, numbers with all their digits; what JSON has no number for becomes null.</summary>
internal static class JsonValue
{
    /// <summary>A property.</summary>
    public static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        Write(json, value);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case float single:
                json.WriteNumberValue(single);
                break;
            case double real:
                json.WriteNumberValue(real);
                break;
            case decimal exact:
                json.WriteNumberValue(exact);
                break;
            case Enum name:
                json.WriteStringValue(name.ToString());
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case TimeSpan span:
                json.WriteNumberValue(span.TotalSeconds);
                break;
            case DateTime moment:
                json.WriteStringValue(moment);
                break;
            case ReportInterval interval:
                json.WriteStartObject();
                Write(json, "lower", interval.Lower);
                Write(json, "upper", interval.Upper);
                json.WriteEndObject();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case IDictionary pairs:
                json.WriteStartObject();
                foreach (DictionaryEntry pair in pairs)
                {
                    Write(json, $"{pair.Key}", pair.Value);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
