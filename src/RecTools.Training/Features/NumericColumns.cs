using RecTools.Data;

namespace RecTools.Training;

/// <summary>Tells which columns of a source hold numbers: by their type, or in sources that know text only by their first rows.</summary>
internal static class NumericColumns
{
    private const int RowsLookedAt = 1_000;

    /// <summary>Whether each column holds numbers.</summary>
    /// <param name="reader">The source, opened for this alone.</param>
    /// <param name="untyped">Whether the source knows text only.</param>
    public static bool[] Find(RowReader reader, bool untyped)
    {
        bool[] numeric = [.. reader.Columns.Select(column => column.Kind is CellKind.Int64 or CellKind.Float64)];
        if (!untyped)
        {
            return numeric;
        }

        var wrong = new bool[numeric.Length];
        for (var row = 0; row < RowsLookedAt && reader.Read(); row++)
        {
            for (var column = 0; column < numeric.Length && !(reader is IMalformedRows { IsMalformed: true }); column++)
            {
                if (reader.Kind(column) != CellKind.Null)
                {
                    var isNumber = CellValue.ReadNumber(reader, column, out _) is null;
                    numeric[column] |= isNumber;
                    wrong[column] |= !isNumber;
                }
            }
        }

        return [.. numeric.Select((found, column) => found && !wrong[column])];
    }
}
