using System.Globalization;
using SQLitePCL;

namespace RecTools.Data;

/// <summary>A user's parameters of a query as SQLite takes them.</summary>
internal static class SqliteValues
{
    /// <summary>Binds the parameters that a statement has.</summary>
    /// <exception cref="RecException"><c>QueryParameterMissing</c>: there is no value for one.</exception>
    public static void Bind(sqlite3_stmt statement, IReadOnlyDictionary<string, object?> values)
    {
        for (var index = 1; index <= raw.sqlite3_bind_parameter_count(statement); index++)
        {
            var name = raw.sqlite3_bind_parameter_name(statement, index).utf8_to_string() ?? "?";
            var given = values.FirstOrDefault(value => name.Length > 1 && value.Key.Equals(name[1..], StringComparison.OrdinalIgnoreCase));
            if (given.Key is null)
            {
                throw RecException.Configuration(
                    "QueryParameterMissing", $"The query has a parameter {name} without a value.", $"Give it with -QueryParameter, such as @{{ {name.TrimStart('@', ':', '$', '?')} = 1 }}.", name);
            }

            Bind(statement, index, given.Value);
        }
    }

    private static void Bind(sqlite3_stmt statement, int index, object? value)
    {
        switch (value)
        {
            case null:
                raw.sqlite3_bind_null(statement, index);
                break;
            case bool or byte or short or int or long:
                raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case float or double or decimal:
                raw.sqlite3_bind_double(statement, index, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                // As SQLite's own functions write it, so that text compares like time.
                raw.sqlite3_bind_text(statement, index, time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            default:
                raw.sqlite3_bind_text(statement, index, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }
}
