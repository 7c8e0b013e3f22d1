using RecTools.Data;

namespace RecTools.Tests;

/// <summary>Lines of baskets as a database with declared types gives them.</summary>
/// <param name="declared">Declared type of both columns.</param>
/// <param name="lines">Basket and item of each line.</param>
internal sealed class DeclaredRows(string? declared, (string Basket, string Item)[] lines)
    : BufferedRows([new("OrderNo", CellKind.Text, declared), new("Item", CellKind.Text, declared)])
{
    private int line = -1;

    public override bool Read()
    {
        if (++line >= lines.Length)
        {
            return false;
        }

        Set(0, lines[line].Basket);
        Set(1, lines[line].Item);
        return true;
    }
}
