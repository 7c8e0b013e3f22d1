using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The reason for a recommendation in plain words.</summary>
internal static class ReasonText
{
    /// <summary>Parts of the history that a reason names.</summary>
    public const int Parts = 3;

    /// <summary>Names the items that speak for it most, or else what the algorithm says of the item.</summary>
    /// <param name="model">The model.</param>
    /// <param name="item">The recommended item.</param>
    /// <param name="parts">Its contributions, largest first.</param>
    /// <param name="items">Ids of the items.</param>
    public static string Of(IRecommender model, int item, ReadOnlySpan<Contribution> parts, IdSet items)
    {
        var count = 0;
        while (count < Math.Min(Parts, parts.Length) && parts[count].Score > 0)
        {
            count++;
        }

        return count switch
        {
            0 => model.Describe(item),
            1 => $"because of {items.Text(parts[0].Item)}",
            2 => $"because of {items.Text(parts[0].Item)} and {items.Text(parts[1].Item)}",
            _ => $"because of {items.Text(parts[0].Item)}, {items.Text(parts[1].Item)} and {items.Text(parts[2].Item)}",
        };
    }
}
