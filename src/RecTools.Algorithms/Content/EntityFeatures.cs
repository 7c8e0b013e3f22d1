namespace RecTools.Algorithms;

/// <summary>What describes the items, or the users: one row for each in the order of the interactions, one column for each feature.</summary>
/// <param name="Matrix">Values, brought to comparable measures; what is not stored is 0.</param>
/// <param name="Names">What each feature is called.</param>
public sealed record EntityFeatures(SparseMatrix Matrix, FeatureName[] Names)
{
    /// <summary>The features of some rows.</summary>
    /// <param name="kept">Their numbers, ascending.</param>
    public EntityFeatures Subset(int[] kept)
    {
        var start = new int[kept.Length + 1];
        for (var i = 0; i < kept.Length; i++)
        {
            start[i + 1] = start[i] + Matrix.CountOf(kept[i]);
        }

        var (column, value) = (new int[start[^1]], new float[start[^1]]);
        for (var i = 0; i < kept.Length; i++)
        {
            Matrix.ColumnsOf(kept[i]).CopyTo(column.AsSpan(start[i]));
            Matrix.ValuesOf(kept[i]).CopyTo(value.AsSpan(start[i]));
        }

        return this with { Matrix = new SparseMatrix(Matrix.ColumnCount, start, column, value) };
    }

    /// <summary>These features and others of the same rows, these first.</summary>
    public EntityFeatures With(EntityFeatures others)
    {
        var start = new int[Matrix.RowCount + 1];
        var (column, value) = (new List<int>(), new List<float>());
        for (var row = 0; row < Matrix.RowCount; row++)
        {
            column.AddRange(Matrix.ColumnsOf(row));
            value.AddRange(Matrix.ValuesOf(row));
            foreach (var other in others.Matrix.ColumnsOf(row))
            {
                column.Add(Matrix.ColumnCount + other);
            }

            value.AddRange(others.Matrix.ValuesOf(row));
            start[row + 1] = column.Count;
        }

        return new EntityFeatures(new SparseMatrix(Matrix.ColumnCount + others.Matrix.ColumnCount, start, [.. column], [.. value]), [.. Names, .. others.Names]);
    }

    /// <summary>Writes the features.</summary>
    internal void Save(BinaryWriter writer)
    {
        writer.Write(Names.Length);
        foreach (var name in Names)
        {
            writer.Write(name.Column);
            writer.Write(name.Value);
        }

        ModelContent.WriteEntries(writer, Matrix);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is not a set of features.</exception>
    internal static EntityFeatures Load(BinaryReader reader)
    {
        var count = ModelContent.ReadCount(reader);
        var names = new List<FeatureName>();
        for (var i = 0; i < count; i++)
        {
            names.Add(new FeatureName(reader.ReadString(), reader.ReadString()));
        }

        return new EntityFeatures(ModelContent.ReadMatrix(reader, count), [.. names]);
    }
}

/// <summary>What people call a feature.</summary>
/// <param name="Column">Column that it comes from.</param>
/// <param name="Value">The category or word; empty for a number.</param>
public readonly record struct FeatureName(string Column, string Value)
{
    /// <summary>Column and value, such as <c>Genre=Comedy</c>.</summary>
    public override string ToString() => Value is { Length: > 0 } ? $"{Column}={Value}" : Column;
}
