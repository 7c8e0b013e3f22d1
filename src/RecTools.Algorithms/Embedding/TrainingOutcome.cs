namespace RecTools.Algorithms;

/// <summary>How training ended.</summary>
/// <param name="Epoch">The best epoch; 0 where none came to its end.</param>
/// <param name="Measure">What it is the best by: the measure on rows held back, or else the loss; NaN where there is no epoch.</param>
internal readonly record struct TrainingOutcome(int Epoch, double Measure)
{
    /// <summary>The epoch in which the loss or the weights were no numbers any more; null where that did not happen.</summary>
    public int? DivergedIn { get; init; }
}
