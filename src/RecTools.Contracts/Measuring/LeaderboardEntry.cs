namespace RecTools;

/// <summary>One model of a comparison.</summary>
public sealed record LeaderboardEntry
{
    /// <summary>Place, from 1; models that could not be measured come last.</summary>
    public int Rank { get; init; }

    /// <summary>Name of the model, or of the algorithm where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>The algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The figure that models are ranked by.</summary>
    public required string Metric { get; init; }

    /// <summary>Length of the lists that the figure looks at; null where it looks at none.</summary>
    public int? K { get; init; }

    /// <summary>Its value; null where the model does not have it, such as RMSE of a model that ranks only.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? Upper { get; init; }

    /// <summary>Value minus the best model's, on the same users; 0 for the best.</summary>
    public double? Difference { get; init; }

    /// <summary>Probability of a difference from the best this large by chance, Holm-corrected over the comparison; null for the best.</summary>
    public double? PValue { get; init; }

    /// <summary>
    /// How it stands in words: <c>best</c>, <c>no different from the best</c>, <c>worse</c>; before all that <c>worse than Popularity</c> and <c>no better than
    /// Popularity</c> (beyond chance), or the same of <c>Bias</c> for errors of ratings; <c>has no RMSE</c>; <c>failed</c>.
    /// </summary>
    public required string Verdict { get; init; }

    /// <summary>Time to fit.</summary>
    public TimeSpan FitTime { get; init; }

    /// <summary>Time to make the lists and measure them.</summary>
    public TimeSpan ScoreTime { get; init; }

    /// <summary>Memory that the fit took at most, in bytes; sampled.</summary>
    public long PeakBytes { get; init; }

    /// <summary>Why it could not be measured; null where it could.</summary>
    public string? Error { get; init; }

    /// <summary>All that was measured of it; null where it could not be.</summary>
    public ModelMeasurement? Measurement { get; init; }

    /// <summary>The comparison that it stands in, for New-RecReport.</summary>
    public ModelComparison? Comparison { get; init; }
}
