namespace RecTools.Algorithms;

/// <summary>Guards against matrices whose users or items are not the model's.</summary>
internal static class ShapeCheck
{
    /// <summary>Throws unless the model has as many users and items as the matrix.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    public static void RequireShapeOf(this IRecommender model, SparseMatrix matrix, string name)
    {
        if (matrix.RowCount != model.UserCount || matrix.ColumnCount != model.ItemCount)
        {
            throw new ArgumentException(
                $"The matrix is {matrix.RowCount} x {matrix.ColumnCount}, the model {model.UserCount} x {model.ItemCount}.", name);
        }
    }
}
