namespace RecTools.Data;

/// <summary>Draws numbers with given chances, each in the same short time (Walker 1977, built as by Vose 1991).</summary>
internal sealed class AliasTable
{
    private readonly double[] threshold;
    private readonly int[] alias;

    /// <summary>Prepares the draws.</summary>
    /// <param name="weights">Chance of each number, in any unit; none below zero, and one above.</param>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        threshold = new double[weights.Length];
        alias = new int[weights.Length];
        double sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var (poor, rich) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < weights.Length; i++)
        {
            threshold[i] = weights[i] / sum * weights.Length;
            alias[i] = i;
            (threshold[i] < 1 ? poor : rich).Push(i);
        }

        while (poor.Count > 0 && rich.TryPop(out var giver))
        {
            var taker = poor.Pop();
            alias[taker] = giver;
            threshold[giver] -= 1 - threshold[taker];
            (threshold[giver] < 1 ? poor : rich).Push(giver);
        }

        // What rounding has left over is worth one.
        foreach (var rest in poor)
        {
            threshold[rest] = 1;
        }
    }

    /// <summary>Draws a number.</summary>
    public int Draw(ref SeededRandom random)
    {
        var place = random.NextDouble() * threshold.Length;
        var number = (int)place;
        return place - number < threshold[number] ? number : alias[number];
    }
}
