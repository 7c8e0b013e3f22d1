namespace RecTools.Algorithms;

/// <summary>Settings of an algorithm that say which lines and baskets count: whoever reads the rows must know them.</summary>
public interface IBasketOptions
{
    /// <summary>Whether lines with a quantity of zero or below count as bought.</summary>
    bool KeepCancelled { get; }

    /// <summary>Items in a basket at most; 0 for no bound.</summary>
    int MaxBasketSize { get; }
}
