using System.Globalization;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>A list as rows of a small result table. For tables as long as the data there are rows of their own, which box nothing.</summary>
/// <param name="table">The table.</param>
/// <param name="list">The list, in the order of the table's key.</param>
/// <param name="cells">The cells of an element: whole numbers, numbers (NaN is none), text or null.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class ListRows<T>(TableSpec table, IReadOnlyList<T> list, Func<T, object?[]> cells, ResultHash hash) : ResultRows(table)
{
    private int row = -1;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (++row >= list.Count)
        {
            return false;
        }

        var values = cells(list[row]);
        for (var column = 0; column < values.Length; column++)
        {
            switch (values[column])
            {
                case int whole:
                    Set(column, (long)whole);
                    break;
                case double number:
                    Set(column, double.IsFinite(number) ? number : (double?)null);
                    break;
                case var text:
                    SetOrNull(column, (string?)text);
                    break;
            }
        }

        hash.Add(string.Join('|', values.Select(value => value is double number ? number.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture))));
        return true;
    }
}
