using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Products of a sparse matrix with a narrow dense one.</summary>
internal static class SparseProduct
{
    private const int RowsInPiece = 64;

    /// <summary>product += matrix x dense, row by row in the order of the entries.</summary>
    /// <param name="matrix">Sparse, n by m.</param>
    /// <param name="dense">m rows.</param>
    /// <param name="product">n rows of the same width.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static void AddTo(SparseMatrix matrix, FactorMatrix dense, FactorMatrix product, Workers workers) =>
        workers.ForEachPiece(matrix.RowCount, RowsInPiece, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                AddRow(matrix.ColumnsOf(row), matrix.ValuesOf(row), dense, product.PaddedRow(row));
            }
        });

    /// <summary>sum += sum over the entries of value x row of the dense matrix.</summary>
    /// <param name="columns">Columns of the entries.</param>
    /// <param name="values">Their values.</param>
    /// <param name="dense">Rows.</param>
    /// <param name="sum">Is added to, padded.</param>
    /// <param name="firstRow">Row of the dense matrix that is meant by column 0.</param>
    public static void AddRow(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix dense, Span<float> sum, int firstRow = 0)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(dense.PaddedRow(firstRow + columns[i]), values[i], sum, sum);
        }
    }
}
