namespace RecTools.Algorithms;

/// <summary>A quality of one user's list of recommendations; a model's figure is the mean over users.</summary>
internal interface IRankingMetric
{
    /// <summary>Name in results.</summary>
    string Name { get; }

    /// <summary>The figure of one user.</summary>
    /// <param name="hits">For each place of the list, best first, whether its item is relevant; at most <paramref name="k"/> places.</param>
    /// <param name="relevant">Relevant items of the user in all, at least one.</param>
    /// <param name="k">Length of the list asked for; the list is shorter where there were not enough items.</param>
    double Measure(ReadOnlySpan<bool> hits, int relevant, int k);
}
