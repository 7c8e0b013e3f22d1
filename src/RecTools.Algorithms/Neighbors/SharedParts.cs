namespace RecTools.Algorithms;

/// <summary>Shares what a neighbour adds to a score among the items that make the neighbour similar, in proportion to their products in the similarity.</summary>
internal readonly ref struct SharedParts
{
    private readonly ReadOnlySpan<int> items;
    private readonly ReadOnlySpan<float> values;
    private readonly bool isCorrelation;
    private readonly List<(int Place, double Left, double Right)> common = [];
    private readonly float[] parts;

    /// <summary>Starts with no part.</summary>
    /// <param name="items">Items of the history.</param>
    /// <param name="values">What the similarity multiplies; empty where it only counts.</param>
    /// <param name="isCorrelation">Whether the means over the common items are taken away first.</param>
    public SharedParts(ReadOnlySpan<int> items, ReadOnlySpan<float> values, bool isCorrelation)
    {
        this.items = items;
        this.values = values;
        this.isCorrelation = isCorrelation;
        parts = new float[items.Length];
        Array.Fill(parts, Contributions.NoPart);
    }

    /// <summary>The part of each item of the history.</summary>
    public ReadOnlySpan<float> Values => parts;

    /// <summary>Shares out what one neighbour adds.</summary>
    /// <param name="others">Items of the neighbour.</param>
    /// <param name="otherValues">What the similarity multiplies.</param>
    /// <param name="amount">What the neighbour adds to the score.</param>
    public void Add(ReadOnlySpan<int> others, ReadOnlySpan<float> otherValues, float amount)
    {
        FindCommon(others, otherValues);
        var leftMean = isCorrelation ? common.Average(pair => pair.Left) : 0;
        var rightMean = isCorrelation ? common.Average(pair => pair.Right) : 0;
        var total = common.Sum(pair => (pair.Left - leftMean) * (pair.Right - rightMean));
        foreach (var (place, left, right) in common)
        {
            var part = total == 0 ? 0 : (float)(amount * (left - leftMean) * (right - rightMean) / total);
            parts[place] = parts[place] == Contributions.NoPart ? part : parts[place] + part;
        }
    }

    private void FindCommon(ReadOnlySpan<int> others, ReadOnlySpan<float> otherValues)
    {
        common.Clear();
        for (int i = 0, j = 0; i < items.Length && j < others.Length;)
        {
            if (items[i] == others[j])
            {
                common.Add(values.IsEmpty ? (i, 1, 1) : (i, values[i], otherValues[j]));
                i++;
                j++;
            }
            else if (items[i] < others[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
