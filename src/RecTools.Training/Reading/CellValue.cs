using System.Globalization;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads numbers and times out of cells of whatever kind, or says why it cannot.</summary>
internal static class CellValue
{
    private const NumberStyles Number = NumberStyles.Float;

    // The year 5138; as milliseconds, the year 1973.
    private const long MostSeconds = 100_000_000_000;

    /// <summary>A value that fits single precision; null, with the reason, if there is none.</summary>
    public static string? ReadValue(RowReader reader, int column, out float value)
    {
        var problem = ReadNumber(reader, column, out var number);
        value = (float)number;
        return problem is not null ? $"value {problem}" : float.IsFinite(value) ? null : "value is infinite or too large";
    }

    /// <summary>A number; null, with what is wrong, if there is none.</summary>
    /// <returns>Null, or the end of a sentence such as <c>is NULL</c>.</returns>
    public static string? ReadNumber(RowReader reader, int column, out double number)
    {
        number = 0;
        switch (reader.Kind(column))
        {
            case CellKind.Null:
                return "is NULL";
            case CellKind.Int64:
                number = reader.GetInt64(column);
                break;
            case CellKind.Float64:
                number = reader.GetDouble(column);
                break;
            case CellKind.Text:
                var text = reader.GetText(column).Trim();
                if (!double.TryParse(text, Number, CultureInfo.InvariantCulture, out number))
                {
                    return text.Contains(',') ? "is text with a comma, not a number with a decimal point" : "is not a number";
                }

                break;
            default:
                return "is not a number";
        }

        return double.IsNaN(number) ? "is NaN" : double.IsInfinity(number) ? "is infinite or too large" : null;
    }

    /// <summary>A time as a number that orders rows: UTC ticks for dates, the number itself for numbers.</summary>
    public static string? ReadTime(RowReader reader, int column, out long time)
    {
        time = 0;
        switch (reader.Kind(column))
        {
            case CellKind.Null:
                return "time is NULL";
            case CellKind.Int64:
                time = reader.GetInt64(column);
                return null;
            case CellKind.Time:
                time = reader.GetTicks(column);
                return null;
            case CellKind.Float64 when Math.Abs(reader.GetDouble(column)) < 1e15:
                // Fractions of a second (or of a Julian day) must keep their order.
                time = (long)Math.Round(reader.GetDouble(column) * 1000);
                return null;
            case CellKind.Text:
                var text = reader.GetText(column).Trim();
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out time))
                {
                    return null;
                }

                if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
                {
                    time = date.Ticks;
                    return null;
                }

                return "time is not a date";
            default:
                return "time is not a date";
        }
    }

    /// <summary>A day and time: a date; or as a number a day such as 20240131, or the seconds or milliseconds since 1970.</summary>
    public static string? ReadDate(RowReader reader, int column, out DateTime date)
    {
        date = default;
        if (ReadTime(reader, column, out var time) is { } problem)
        {
            return problem;
        }

        var isNumber = reader.Kind(column) is CellKind.Int64 or CellKind.Float64
            || (reader.Kind(column) == CellKind.Text && long.TryParse(reader.GetText(column).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        if (isNumber && TimeScale.IsDateKey(time))
        {
            time = TimeScale.DateOf(time).ToDateTime(TimeOnly.MinValue).Ticks;
        }
        else if (isNumber)
        {
            var milliseconds = reader.Kind(column) == CellKind.Float64 || time > MostSeconds ? time : time * 1000;
            if (milliseconds is < 0 or > MostSeconds * 1000)
            {
                return "time is a number, but neither a day such as 20240131 nor seconds or milliseconds since 1970";
            }

            time = DateTime.UnixEpoch.Ticks + (milliseconds * TimeSpan.TicksPerMillisecond);
        }

        date = new DateTime(time, DateTimeKind.Utc);
        return null;
    }

    /// <summary>An id; null for none, and for what cannot be one.</summary>
    public static object? Id(RowReader reader, int column) => reader.Kind(column) switch
    {
        CellKind.Int64 => reader.GetInt64(column),
        CellKind.Float64 => reader.GetDouble(column),
        CellKind.Text => reader.GetText(column).ToString(),
        CellKind.Guid => reader.GetGuid(column),
        _ => null,
    };

    /// <summary>The row as text for a message.</summary>
    public static string Describe(RowReader reader) =>
        string.Join(", ", reader.Columns.Select((column, i) => $"{column.Name}={Text(reader, i)}"));

    /// <summary>A cell as text, the same in any culture; empty for none.</summary>
    public static string Plain(RowReader reader, int column) => reader.Kind(column) switch
    {
        CellKind.Null => "",
        CellKind.Int64 => reader.GetInt64(column).ToString(CultureInfo.InvariantCulture),
        CellKind.Float64 => reader.GetDouble(column).ToString("R", CultureInfo.InvariantCulture),
        CellKind.Text => reader.GetText(column).ToString(),
        CellKind.Guid => reader.GetGuid(column).ToString(),
        CellKind.Time => new DateTime(reader.GetTicks(column), DateTimeKind.Utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => "binary data",
    };

    private static string Text(RowReader reader, int column)
    {
        var text = reader.Kind(column) switch
        {
            CellKind.Null => "NULL",
            CellKind.Text => $"'{reader.GetText(column)}'",
            _ => Plain(reader, column),
        };
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
    }
}
