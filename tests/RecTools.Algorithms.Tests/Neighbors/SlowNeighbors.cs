using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Similarities of rows by their definitions, over dense tables.</summary>
internal static class SlowNeighbors
{
    /// <summary>The table of a matrix; null where there is no entry.</summary>
    public static double?[][] Dense(SparseMatrix matrix) =>
    [
        .. Enumerable.Range(0, matrix.RowCount).Select(row =>
        {
            var dense = new double?[matrix.ColumnCount];
            for (var i = matrix.RowStart[row]; i < matrix.RowStart[row + 1]; i++)
            {
                dense[matrix.Column[i]] = matrix.Value[i];
            }

            return dense;
        }),
    ];

    public static double?[][] Transposed(double?[][] table) =>
        [.. Enumerable.Range(0, table[0].Length).Select(column => table.Select(row => row[column]).ToArray())];

    /// <summary>Ratings of rows less the level that the similarity goes by.</summary>
    /// <param name="rows">Items by users, or users by items.</param>
    /// <param name="similarity">One of those for ratings, but the one that needs a baseline.</param>
    public static double?[][] Centered(double?[][] rows, NeighborSimilarity similarity)
    {
        if (similarity == NeighborSimilarity.AdjustedCosine)
        {
            return Transposed(Centered(Transposed(rows), NeighborSimilarity.MeanCentered));
        }

        return [.. rows.Select(row => row.Select(value => value - row.Average()).ToArray())];
    }

    /// <summary>Similarity of two rows of centred ratings.</summary>
    public static double OfRatings(double?[] left, double?[] right, NeighborSimilarity similarity, double shrinkage, int minOverlap)
    {
        var common = left.Zip(right).Where(pair => pair.First is not null && pair.Second is not null).Select(pair => (X: pair.First!.Value, Y: pair.Second!.Value)).ToList();
        if (common.Count < Math.Max(2, minOverlap))
        {
            return 0;
        }

        if (similarity == NeighborSimilarity.Pearson)
        {
            var (meanX, meanY) = (common.Average(pair => pair.X), common.Average(pair => pair.Y));
            common = [.. common.Select(pair => (pair.X - meanX, pair.Y - meanY))];
        }

        var lengths = Math.Sqrt(common.Sum(pair => pair.X * pair.X) * common.Sum(pair => pair.Y * pair.Y));
        return lengths < 1e-9 ? 0 : common.Sum(pair => pair.X * pair.Y) / lengths * (common.Count - 1) / (common.Count - 1 + shrinkage);
    }

    /// <summary>Similarity of two rows of what people have done.</summary>
    public static double OfPreferences(double?[][] rows, int left, int right, NeighborSimilarity similarity, double saturation, double lengthShare)
    {
        if (similarity == NeighborSimilarity.Jaccard)
        {
            double both = rows[left].Zip(rows[right]).Count(pair => pair.First is not null && pair.Second is not null);
            double either = rows[left].Zip(rows[right]).Count(pair => pair.First is not null || pair.Second is not null);
            return both / either;
        }

        var (x, y) = (Weights(rows, left, similarity, saturation, lengthShare), Weights(rows, right, similarity, saturation, lengthShare));
        var product = x.Zip(y).Sum(pair => pair.First * pair.Second);
        return similarity == NeighborSimilarity.Bm25 || product == 0 ? product : product / Math.Sqrt(x.Sum(v => v * v) * y.Sum(v => v * v));
    }

    private static double[] Weights(double?[][] rows, int row, NeighborSimilarity similarity, double saturation, double lengthShare)
    {
        var meanSum = rows.Sum(other => other.Sum(value => value ?? 0)) / rows.Length;
        var sum = rows[row].Sum(value => value ?? 0);
        return [.. rows[row].Select((value, column) =>
        {
            var rarity = Math.Max(0, Math.Log((double)rows.Length / (1 + rows.Count(other => other[column] is not null))));
            return value is not { } x ? 0 : similarity switch
            {
                NeighborSimilarity.TfIdf => Math.Sqrt(x) * rarity,
                NeighborSimilarity.Bm25 => x * (saturation + 1) / ((saturation * (1 - lengthShare + (lengthShare * sum / meanSum))) + x) * rarity,
                _ => x,
            };
        })];
    }
}
