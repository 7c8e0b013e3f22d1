namespace RecTools.Algorithms;

/// <summary>How the baskets of an itemset are kept while it is extended.</summary>
internal enum MiningStrategy
{
    /// <summary>Whichever costs less there, by the number of baskets and items: the one that is used.</summary>
    ByData,

    /// <summary>As copies of what can still extend it, whatever they cost; to compare.</summary>
    Copies,

    /// <summary>As columns of bits, one for each item that extends a single item, whatever they cost; to compare.</summary>
    Columns,
}
