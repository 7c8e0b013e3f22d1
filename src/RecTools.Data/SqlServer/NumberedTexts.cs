namespace RecTools.Data;

/// <summary>Texts as rows, each with its place.</summary>
/// <param name="texts">The texts.</param>
/// <param name="declared">Type of their column, with its collation; null where that is not known.</param>
internal sealed class NumberedTexts(IReadOnlyList<string> texts, string? declared)
    : BufferedRows([new("Number", CellKind.Int64, "int"), new("Id", CellKind.Text, declared, Nullable: true)])
{
    private int row = -1;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (++row >= texts.Count)
        {
            return false;
        }

        Set(0, (long)row);
        Set(1, texts[row]);
        return true;
    }
}
