using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace RecTools.Data;

/// <summary>Our rows as the reader that the driver's bulk copy takes.</summary>
internal sealed class BulkRows(RowReader rows, CancellationToken cancellation) : DbDataReader
{
    private const int RowsBetweenChecks = 1 << 10;
    private long count;

    public override int FieldCount => rows.Columns.Count;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if ((++count & (RowsBetweenChecks - 1)) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return rows.Read();
    }

    public override bool IsDBNull(int ordinal) => rows.Kind(ordinal) == CellKind.Null;

    public override object GetValue(int ordinal) => rows.Kind(ordinal) switch
    {
        CellKind.Null => DBNull.Value,
        CellKind.Int64 => rows.GetInt64(ordinal),
        CellKind.Float64 => rows.GetDouble(ordinal),
        CellKind.Guid => rows.GetGuid(ordinal),
        CellKind.Time => new DateTime(rows.GetTicks(ordinal)),
        CellKind.Text => rows.GetText(ordinal).ToString(),
        _ => rows.GetBytes(ordinal).ToArray(),
    };

    public override string GetName(int ordinal) => rows.Columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < FieldCount; i++)
        {
            if (rows.Columns[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such column.");
    }

    public override Type GetFieldType(int ordinal) => rows.Columns[ordinal].Kind switch
    {
        CellKind.Int64 => typeof(long),
        CellKind.Float64 => typeof(double),
        CellKind.Guid => typeof(Guid),
        CellKind.Time => typeof(DateTime),
        CellKind.Blob => typeof(byte[]),
        _ => typeof(string),
    };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override int GetValues(object[] values)
    {
        var length = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < length; i++)
        {
            values[i] = GetValue(i);
        }

        return length;
    }

    public override long GetInt64(int ordinal) => rows.GetInt64(ordinal);

    public override double GetDouble(int ordinal) => rows.GetDouble(ordinal);

    public override Guid GetGuid(int ordinal) => rows.GetGuid(ordinal);

    public override string GetString(int ordinal) => rows.GetText(ordinal).ToString();

    public override DateTime GetDateTime(int ordinal) => new(rows.GetTicks(ordinal));

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => rows.GetText(ordinal)[0];

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(rows.GetText(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy(rows.GetBytes(ordinal), dataOffset, buffer, bufferOffset, length);

    public override bool NextResult() => false;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    private static int Copy<T>(ReadOnlySpan<T> from, long offset, T[]? to, int toOffset, int length)
    {
        if (to is null)
        {
            return from.Length;
        }

        var rest = from[(int)Math.Min(offset, from.Length)..];
        var part = rest[..Math.Min(length, rest.Length)];
        part.CopyTo(to.AsSpan(toOffset));
        return part.Length;
    }
}
