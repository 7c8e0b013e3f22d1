namespace RecTools;

/// <summary>Which frequent itemsets are given.</summary>
public enum ItemsetKind
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those that no item can be added to without losing a basket: all others, with their counts, follow from them (Pasquier et al. 1999).</summary>
    Closed,

    /// <summary>Those that no item can be added to at all: all others are parts of them (Bayardo 1998).</summary>
    Maximal,
}
