using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>Files with one basket a line.</summary>
internal static class BasketFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="relative">Path below the data folder.</param>
    /// <exception cref="MissingDataException">The file is not here.</exception>
    public static BasketSet Read(string relative)
    {
        var source = new InteractionSource { Path = RatingFile.PathOf(relative), BasketPerLine = true };
        using var rows = new BasketLineReader(source);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var baskets = new List<SortedSet<int>>();
        var line = 0L;
        while (rows.Read())
        {
            if (rows.GetInt64(0) != line)
            {
                line = rows.GetInt64(0);
                baskets.Add([]);
            }

            var item = rows.GetText(1).ToString();
            baskets[^1].Add(numbers.TryGetValue(item, out var number) ? number : numbers[item] = numbers.Count);
        }

        return ToSet(baskets, numbers.Count);
    }

    /// <summary>Baskets as the miner takes them.</summary>
    public static BasketSet ToSet(IReadOnlyList<SortedSet<int>> baskets, int itemCount)
    {
        List<int> start = [0];
        foreach (var basket in baskets)
        {
            start.Add(start[^1] + basket.Count);
        }

        return new BasketSet(itemCount, [.. start], [.. baskets.SelectMany(basket => basket)]);
    }
}
