using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The values of one column of a feature table, as they are read.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="kind">How it is looked at.</param>
/// <param name="isNumeric">Whether its cells hold numbers or times.</param>
internal sealed class EntityColumn(string name, EntityColumnKind kind, bool isNumeric)
{
    private readonly bool asNumber = kind == EntityColumnKind.Number || (kind == EntityColumnKind.Auto && isNumeric);
    private readonly ChunkedList<double> numbers = new();
    private readonly ChunkedList<string?> texts = new();

    /// <summary>Name of the column.</summary>
    public string Name => name;

    /// <summary>Why the cell of the current row cannot be used; null where it can.</summary>
    public string? Problem(RowReader reader, int column) =>
        asNumber && reader.Kind(column) is not (CellKind.Null or CellKind.Time) && CellValue.ReadNumber(reader, column, out _) is { } problem ? $"{name} {problem}" : null;

    /// <summary>Takes the cell of the current row.</summary>
    public void Take(RowReader reader, int column)
    {
        if (!asNumber)
        {
            texts.Add(reader.Kind(column) == CellKind.Null ? null : CellValue.Plain(reader, column).Trim());
        }
        else
        {
            numbers.Add(NumberOf(reader, column));
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <param name="arrange">Makes the column out of rows, the one of each item or user; -1 for none.</param>
    /// <returns>Whether two rows hold the same.</returns>
    public Func<int, int, bool> Drain(out Func<int[], RawFeature> arrange)
    {
        if (asNumber)
        {
            var values = numbers.Drain();
            arrange = rows => new NumberFeature(name, Array.ConvertAll(rows, row => row < 0 ? double.NaN : values[row]));
            return (one, other) => values[one].Equals(values[other]);
        }

        var read = texts.Drain();
        arrange = rows => new TextFeature(name, KindOf(read), Array.ConvertAll(rows, row => row < 0 ? null : read[row]));
        return (one, other) => string.Equals(read[one], read[other], StringComparison.Ordinal);
    }

    private static double NumberOf(RowReader reader, int column)
    {
        if (reader.Kind(column) == CellKind.Time)
        {
            return (double)reader.GetTicks(column) / TimeSpan.TicksPerDay;
        }

        return reader.Kind(column) != CellKind.Null && CellValue.ReadNumber(reader, column, out var number) is null ? number : double.NaN;
    }

    private TextFeatureKind KindOf(string?[] read) => kind switch
    {
        EntityColumnKind.Category => TextFeatureKind.Category,
        EntityColumnKind.List => TextFeatureKind.List,
        EntityColumnKind.Words => TextFeatureKind.Words,
        _ => TextLook.Of(read),
    };
}
