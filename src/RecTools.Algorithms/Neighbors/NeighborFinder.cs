namespace RecTools.Algorithms;

/// <summary>
/// Finds the rows most similar to a row of a sparse matrix: a row of the product of the matrix with its transpose at a time (Gustavson 1978),
/// of which only the best entries are kept. There never is a table of all rows by all rows.
/// </summary>
/// <param name="columns">The matrix by columns: for each column its rows, ascending.</param>
/// <param name="similarity">What makes rows alike.</param>
/// <param name="top">Neighbours to find at most.</param>
internal sealed class NeighborFinder<TSum, TLeft, TSimilarity>(SparseMatrix columns, TSimilarity similarity, int top)
    where TSimilarity : struct, IPairSimilarity<TSum, TLeft>
    where TSum : struct
{
    private const int RowsInPiece = 16;

    // Where a row meets fewer others than one in so many, looking at those alone is faster than looking at all.
    private const int SparseShare = 4;
    private readonly TSimilarity similarity = similarity;
    private readonly TSum[] sums = new TSum[columns.ColumnCount];
    private readonly ScoredItem[] room = new ScoredItem[Math.Max(1, Math.Min(top, columns.ColumnCount))];
    private readonly bool[] isMet = new bool[columns.ColumnCount];
    private readonly int[] met = new int[columns.ColumnCount];

    /// <summary>Finds the neighbours of all rows.</summary>
    /// <param name="rows">The matrix.</param>
    /// <param name="similarity">What makes rows alike.</param>
    /// <param name="top">Neighbours of each at most.</param>
    /// <param name="context">Threads, and who watches.</param>
    public static NeighborTable FindAll(SparseMatrix rows, TSimilarity similarity, int top, FitContext context)
    {
        var columns = rows.Transpose();
        var found = new ScoredItem[rows.RowCount][];
        var done = 0;
        context.Workers.ForEachPiece(rows.RowCount, RowsInPiece, () => new NeighborFinder<TSum, TLeft, TSimilarity>(columns, similarity, top), (from, to, finder) =>
        {
            for (var row = from; row < to; row++)
            {
                found[row] = finder.Find(rows.ColumnsOf(row), rows.ValuesOf(row), row);
            }

            context.Observer.Progress("Fit", Interlocked.Add(ref done, to - from), rows.RowCount);
        });
        return new NeighborTable(found);
    }

    /// <summary>The neighbours of a row, best first, ties by number.</summary>
    /// <param name="rowColumns">Its columns.</param>
    /// <param name="rowValues">Their values.</param>
    /// <param name="self">Its own number, which is no neighbour; -1 for a row that is not in the matrix.</param>
    public ScoredItem[] Find(ReadOnlySpan<int> rowColumns, ReadOnlySpan<float> rowValues, int self)
    {
        long work = 0;
        foreach (var column in rowColumns)
        {
            work += columns.CountOf(column);
        }

        if (top <= 0 || work == 0)
        {
            return [];
        }

        var heap = new TopHeap(room);
        if (work < columns.ColumnCount / SparseShare)
        {
            FindAmongMet(rowColumns, rowValues, self, ref heap);
        }
        else
        {
            FindAmongAll(rowColumns, rowValues, self, ref heap);
        }

        return room[..heap.Sort()];
    }

    private void FindAmongAll(ReadOnlySpan<int> rowColumns, ReadOnlySpan<float> rowValues, int self, ref TopHeap heap)
    {
        var to = sums;
        for (var i = 0; i < rowColumns.Length; i++)
        {
            var left = similarity.Prepare(rowValues[i]);
            var others = columns.ColumnsOf(rowColumns[i]);
            var values = columns.ValuesOf(rowColumns[i]);
            for (var j = 0; j < others.Length; j++)
            {
                ref var sum = ref to[others[j]];
                sum = similarity.Add(sum, left, values[j]);
            }
        }

        for (var other = 0; other < to.Length; other++)
        {
            Offer(other, rowColumns.Length, self, ref heap);
        }

        Array.Clear(to);
    }

    private void FindAmongMet(ReadOnlySpan<int> rowColumns, ReadOnlySpan<float> rowValues, int self, ref TopHeap heap)
    {
        var count = 0;
        for (var i = 0; i < rowColumns.Length; i++)
        {
            var left = similarity.Prepare(rowValues[i]);
            var others = columns.ColumnsOf(rowColumns[i]);
            var values = columns.ValuesOf(rowColumns[i]);
            for (var j = 0; j < others.Length; j++)
            {
                var other = others[j];
                if (!isMet[other])
                {
                    isMet[other] = true;
                    met[count++] = other;
                }

                sums[other] = similarity.Add(sums[other], left, values[j]);
            }
        }

        // A heap takes ascending numbers.
        Array.Sort(met, 0, count);
        for (var i = 0; i < count; i++)
        {
            var other = met[i];
            Offer(other, rowColumns.Length, self, ref heap);
            sums[other] = default;
            isMet[other] = false;
        }
    }

    private void Offer(int other, int rowLength, int self, ref TopHeap heap)
    {
        var score = similarity.Finish(sums[other], rowLength, other);
        if (score > 0 && score > heap.Threshold && other != self)
        {
            heap.Add(other, score);
        }
    }
}
