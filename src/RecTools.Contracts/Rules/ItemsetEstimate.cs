using System.Globalization;

namespace RecTools;

/// <summary>How many itemsets a support gives.</summary>
/// <param name="MinSupport">Share of the baskets.</param>
/// <param name="MinCount">The same as a number of baskets.</param>
/// <param name="Itemsets">Itemsets that are in so many baskets.</param>
/// <param name="Kind">How that is known.</param>
/// <param name="Bytes">Memory that mining them takes, about.</param>
public sealed record ItemsetEstimate(double MinSupport, int MinCount, long Itemsets, EstimateKind Kind, long Bytes)
{
    /// <summary>The support in percent.</summary>
    public string SupportText => string.Create(CultureInfo.InvariantCulture, $"{MinSupport * 100:G3} %");

    /// <summary>The memory in words.</summary>
    public string MemoryText => Bytes switch
    {
        >= 1L << 40 => "over 1 TB",
        >= 10L << 30 => string.Create(CultureInfo.InvariantCulture, $"{Bytes / (double)(1 << 30):N0} GB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(Bytes / (double)(1 << 20)):N0} MB"),
    };

    /// <summary>The number of itemsets in words: counted as it is, foretold to two digits.</summary>
    public string ItemsetsText => Kind switch
    {
        EstimateKind.Counted => Itemsets.ToString("N0", CultureInfo.InvariantCulture),
        EstimateKind.AtLeast => string.Create(CultureInfo.InvariantCulture, $"more than {Itemsets / 1e6:0.#} million"),
        _ when Itemsets >= 1e12 => "more than 1,000 billion",
        _ when Itemsets >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"about {Itemsets / 1e9:N1} billion"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {Itemsets / 1e6:N0} million"),
    };
}

/// <summary>How a number of itemsets is known.</summary>
public enum EstimateKind
{
    /// <summary>By counting.</summary>
    Counted,

    /// <summary>From how it grew at higher supports.</summary>
    Foretold,

    /// <summary>Counting was given up at it.</summary>
    AtLeast,
}
