namespace RecTools.Algorithms;

/// <summary>Sums over all users of the products of their rows, items by items: X'X of a sparse X.</summary>
internal static unsafe class ItemGram
{
    private const int Side = TiledSymmetricMatrix.Side;

    /// <summary>Makes X'X + regularisation x identity; the padding's diagonal is 1.</summary>
    /// <param name="rows">Users by items.</param>
    /// <param name="regularization">What is added to the diagonal.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static TiledSymmetricMatrix Make(SparseMatrix rows, float regularization, Workers workers)
    {
        var byItem = rows.Transpose();
        var gram = new TiledSymmetricMatrix(rows.ColumnCount);
        var width = gram.Tiles * Side;
        workers.ForEachPiece(gram.Tiles, 1, () => new float[width], (tile, _, sums) =>
        {
            for (var item = tile * Side; item < (tile + 1) * Side; item++)
            {
                if (item < gram.Order)
                {
                    AddProducts(rows, byItem, item, sums);
                    sums[item] += regularization;
                }
                else
                {
                    sums[item] = 1;
                }

                for (var column = tile; column < gram.Tiles; column++)
                {
                    sums.AsSpan(column * Side, Side).CopyTo(new Span<float>(gram.Place(item, column * Side), Side));
                }

                Array.Clear(sums);
            }
        });
        return gram;
    }

    // Only items from the item's own on: the others are its mirror image.
    private static void AddProducts(SparseMatrix rows, SparseMatrix byItem, int item, float[] sums)
    {
        var users = byItem.ColumnsOf(item);
        var weights = byItem.ValuesOf(item);
        for (var i = 0; i < users.Length; i++)
        {
            var items = rows.ColumnsOf(users[i]);
            var values = rows.ValuesOf(users[i]);
            for (var j = items.BinarySearch(item); j < items.Length; j++)
            {
                ref var sum = ref sums[items[j]];
                sum = MathF.FusedMultiplyAdd(weights[i], values[j], sum);
            }
        }
    }
}
