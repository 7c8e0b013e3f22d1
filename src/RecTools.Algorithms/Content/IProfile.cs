namespace RecTools.Algorithms;

/// <summary>Learns one taste after the other from a history; each thread has its own.</summary>
/// <remarks>A taste is a weighted sum of the features of what is in the history, so the weights of the history's items hold all of it.</remarks>
internal interface IProfile
{
    /// <summary>Learns.</summary>
    /// <param name="items">Items of the history, ascending.</param>
    /// <param name="values">Their values.</param>
    /// <param name="weights">Takes the weight of each.</param>
    /// <returns>What all scores have in common.</returns>
    float Learn(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> weights);
}
