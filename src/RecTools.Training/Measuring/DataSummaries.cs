using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Looks at the usable rows of a source as a whole.</summary>
internal static class DataSummaries
{
    private const int MostSingleValues = 12;
    private const int ValueRanges = 10;

    /// <summary>What was read for a run.</summary>
    /// <param name="data">The rows, and what was set aside.</param>
    /// <param name="source">Where they come from, in words.</param>
    public static DataSummary Of(TrainingData data, string source) => Of(data.Train, source) with
    {
        RowsRead = data.Rows.RowsRead,
        Rejected = data.Rows.Rejected.ToArray(),
        LeftOut = data.Rows.LeftOut.ToArray(),
        Duplicates = data.Duplicates,
        MergedRows = data.MergedRows,
    };

    /// <summary>The rows of a stored model.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="source">Where they came from, in words.</param>
    public static DataSummary Of(Interactions data, string source)
    {
        var matrix = data.Matrix;
        var byUser = Enumerable.Range(0, matrix.RowCount).Select(matrix.CountOf).Where(count => count > 0).ToArray();
        var byItem = matrix.CountColumns().Where(count => count > 0).ToArray();
        var days = DaysOf(data);
        return new DataSummary
        {
            Source = source,
            InteractionCount = matrix.EntryCount,
            UserCount = byUser.Length,
            ItemCount = byItem.Length,
            Density = matrix.EntryCount == 0 ? 0 : matrix.EntryCount / ((double)byUser.Length * byItem.Length),
            HasValues = data.HasValues,
            FirstDay = days?.First,
            LastDay = days?.Last,
            UserActivity = Widening(byUser),
            ItemActivity = Widening(byItem),
            Values = data.HasValues ? OfValues(matrix.Value) : [],
        };
    }

    /// <summary>Counts by size in bins 1, 2, 3 to 5, 6 to 10, 11 to 20, 21 to 50 and so on, up to the largest.</summary>
    private static HistogramBin[] Widening(int[] counts)
    {
        var bins = new List<HistogramBin>();
        var largest = counts.Length == 0 ? 0 : counts.Max();
        var from = 1L;
        for (var step = 0; from <= largest; step++)
        {
            var to = (long)Math.Pow(10, step / 3) * (step % 3) switch { 0 => 1, 1 => 2, _ => 5 };
            bins.Add(new HistogramBin(from, to, counts.Count(count => count >= from && count <= to)));
            from = to + 1;
        }

        return [.. bins];
    }

    private static HistogramBin[] OfValues(float[] values)
    {
        if (values.Length == 0)
        {
            return [];
        }

        var distinct = values.Distinct().Take(MostSingleValues + 1).Order().ToArray();
        if (distinct.Length <= MostSingleValues)
        {
            var counts = values.CountBy(value => value).ToDictionary();
            return [.. distinct.Select(value => new HistogramBin(value, value, counts[value]))];
        }

        var (lowest, highest) = ((double)values.Min(), (double)values.Max());
        var width = (highest - lowest) / ValueRanges;
        var inRange = new long[ValueRanges];
        foreach (var value in values)
        {
            inRange[Math.Min((int)((value - lowest) / width), ValueRanges - 1)]++;
        }

        return [.. inRange.Select((count, range) => new HistogramBin(lowest + (range * width), lowest + ((range + 1) * width), count))];
    }

    private static (DateTime First, DateTime Last)? DaysOf(Interactions data)
    {
        if (data.Time is not { Length: > 0 } times)
        {
            return null;
        }

        return TimeScale.ToDates([times.Min(), times.Max()]) is [{ } first, { } last] ? (first.Date, last.Date) : null;
    }
}
