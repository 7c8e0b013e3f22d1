using RecTools.Data;

namespace RecTools.Training;

/// <summary>Tells which columns of a source that knows text only hold numbers, by its first rows.</summary>
internal static class NumericColumns
{
    private const int RowsLookedAt = 1_000;

    /// <summary>Whether each column holds numbers in all rows looked at that hold anything.</summary>
    /// <param name="reader">The source, opened for this alone.</param>
    public static bool[] Find(RowReader reader)
    {
        var (numeric, other) = (new bool[reader.Columns.Count], new bool[reader.Columns.Count]);
        for (var row = 0; row < RowsLookedAt && reader.Read(); row++)
        {
            for (var column = 0; column < numeric.Length && reader is not IMalformedRows { IsMalformed: true }; column++)
            {
                if (reader.Kind(column) != CellKind.Null)
                {
                    var isNumber = CellValue.ReadNumber(reader, column, out _) is null;
                    numeric[column] |= isNumber;
                    other[column] |= !isNumber;
                }
            }
        }

        return [.. numeric.Zip(other, (found, wrong) => found && !wrong)];
    }
}
