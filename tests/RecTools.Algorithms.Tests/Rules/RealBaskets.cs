using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Real files with one basket a line.</summary>
internal static class RealBaskets
{
    public static BasketSet Read(string file, char separator)
    {
        var numbers = new Dictionary<string, int>();
        List<int> start = [0];
        var entries = new List<int>();
        foreach (var line in RealData.Lines(file))
        {
            var basket = line.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(item => numbers.TryGetValue(item, out var number) ? number : numbers[item] = numbers.Count);
            entries.AddRange(basket.Distinct().Order());
            start.Add(entries.Count);
        }

        return new BasketSet(numbers.Count, [.. start], [.. entries]);
    }
}
