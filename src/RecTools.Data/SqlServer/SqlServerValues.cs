using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>A user's parameters of a query as SQL Server takes them.</summary>
internal static class SqlServerValues
{
    private const int LongestText = 4000;

    /// <summary>The declaration of all parameters, as procedures that describe a query want it.</summary>
    public static string Declare(IReadOnlyDictionary<string, object?> values) =>
        string.Join(", ", values.Select(value => $"@{value.Key} {TypeOf(value.Value).Declaration}"));

    /// <summary>Adds the parameters to a command.</summary>
    public static void AddTo(SqlCommand command, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            var (type, size, _) = TypeOf(value);
            command.Parameters.Add(new SqlParameter($"@{name}", type, size) { Value = Plain(value) });
        }
    }

    private static (SqlDbType Type, int Size, string Declaration) TypeOf(object? value) => value switch
    {
        bool => (SqlDbType.Bit, 0, "bit"),
        byte or short or int or long => (SqlDbType.BigInt, 0, "bigint"),
        float or double => (SqlDbType.Float, 0, "float"),
        decimal => (SqlDbType.Decimal, 0, "decimal(38, 10)"),
        DateTime => (SqlDbType.DateTime2, 0, "datetime2(7)"),
        DateTimeOffset => (SqlDbType.DateTimeOffset, 0, "datetimeoffset(7)"),
        Guid => (SqlDbType.UniqueIdentifier, 0, "uniqueidentifier"),
        string { Length: > LongestText } => (SqlDbType.NVarChar, -1, "nvarchar(max)"),
        _ => (SqlDbType.NVarChar, LongestText, "nvarchar(4000)"),
    };

    private static object Plain(object? value) => value switch
    {
        null => DBNull.Value,
        byte or short or int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float or double => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        bool or decimal or DateTime or DateTimeOffset or Guid or string => value,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
