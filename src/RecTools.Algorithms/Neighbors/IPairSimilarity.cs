namespace RecTools.Algorithms;

/// <summary>How the common columns of two rows become their similarity. Implemented by structures, so that the compiler makes a loop for each.</summary>
/// <typeparam name="TSum">What is added up over the common columns; its default is nothing.</typeparam>
/// <typeparam name="TLeft">What is made of a value of the row that neighbours are sought for.</typeparam>
internal interface IPairSimilarity<TSum, TLeft>
{
    /// <summary>Makes ready a value of the row that neighbours are sought for.</summary>
    TLeft Prepare(float left);

    /// <summary>Adds one common column.</summary>
    /// <param name="sum">The sums so far.</param>
    /// <param name="left">The row's value there.</param>
    /// <param name="right">The other row's value there.</param>
    TSum Add(TSum sum, TLeft left, float right);

    /// <summary>The similarity; 0 or less where the other is no neighbour.</summary>
    /// <param name="sum">The sums over all common columns.</param>
    /// <param name="rowLength">Columns of the row that neighbours are sought for.</param>
    /// <param name="other">The other row.</param>
    float Finish(in TSum sum, int rowLength, int other);
}
