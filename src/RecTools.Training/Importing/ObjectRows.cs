using System.Globalization;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Objects from the pipeline as rows; the columns are the properties of the first one.</summary>
internal sealed class ObjectRows : RowReader
{
    private readonly IReadOnlyList<IReadOnlyDictionary<string, object?>> objects;
    private readonly object?[] row;
    private int next;

    public ObjectRows(IReadOnlyList<IReadOnlyDictionary<string, object?>> objects)
    {
        if (objects.Count == 0)
        {
            throw new RecException("SourceEmpty", RecErrorKind.Data, "The pipeline has no objects.", "Check the command before the pipe.");
        }

        this.objects = objects;
        Columns = [.. objects[0].Keys.Select(name => new ColumnSpec(name, KindOf(name), null, Nullable: true))];
        row = new object?[Columns.Count];
    }

    public override IReadOnlyList<ColumnSpec> Columns { get; }

    public override bool Read()
    {
        if (next >= objects.Count)
        {
            return false;
        }

        for (var i = 0; i < row.Length; i++)
        {
            row[i] = objects[next].GetValueOrDefault(Columns[i].Name);
        }

        next++;
        return true;
    }

    public override CellKind Kind(int column) => KindOf(row[column]);

    public override long GetInt64(int column) => Convert.ToInt64(row[column], CultureInfo.InvariantCulture);

    public override double GetDouble(int column) => Convert.ToDouble(row[column], CultureInfo.InvariantCulture);

    public override ReadOnlySpan<char> GetText(int column) => Convert.ToString(row[column], CultureInfo.InvariantCulture);

    public override Guid GetGuid(int column) => (Guid)row[column]!;

    public override long GetTicks(int column) => row[column] is DateTimeOffset offset ? offset.UtcTicks : ((DateTime)row[column]!).ToUniversalTime().Ticks;

    private static CellKind KindOf(object? value) => value switch
    {
        null or DBNull => CellKind.Null,
        byte or sbyte or short or ushort or int or uint or long => CellKind.Int64,
        float or double or decimal or ulong => CellKind.Float64,
        Guid => CellKind.Guid,
        DateTime or DateTimeOffset => CellKind.Time,
        _ => CellKind.Text,
    };

    private CellKind KindOf(string name)
    {
        var kinds = objects.Select(o => KindOf(o.GetValueOrDefault(name))).Where(kind => kind != CellKind.Null).Distinct().Take(3).ToArray();
        return kinds switch
        {
            [] => CellKind.Text,
            [var only] => only,
            [CellKind.Int64, CellKind.Float64] or [CellKind.Float64, CellKind.Int64] => CellKind.Float64,
            _ => CellKind.Text,
        };
    }
}
