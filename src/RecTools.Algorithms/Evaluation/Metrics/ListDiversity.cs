namespace RecTools.Algorithms;

/// <summary>
/// Diversity@k: 1 - likeness, mean over all pairs of items of a list, and then over the users whose list has two items or more
/// (Ziegler, McNee, Konstan and Lausen 2005).
/// </summary>
/// <param name="likeness">How alike items are.</param>
internal sealed class ListDiversity(IItemLikeness likeness) : IListMetric
{
    /// <inheritdoc/>
    public string Name => "Diversity";

    /// <inheritdoc/>
    public (double Value, double Weight) Measure(int user, ReadOnlySpan<ScoredItem> list)
    {
        if (list.Length < 2)
        {
            return (0, 0);
        }

        double unlike = 0;
        for (var i = 1; i < list.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                unlike += 1 - likeness.Of(list[i].Item, list[j].Item);
            }
        }

        return (unlike / (list.Length * (list.Length - 1) / 2), 1);
    }
}
