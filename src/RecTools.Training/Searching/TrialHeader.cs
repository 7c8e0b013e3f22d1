namespace RecTools.Training;

/// <summary>The first line of a trial file: what a search must have in common with the trials to go on from them.</summary>
internal sealed record TrialHeader
{
    /// <summary>The form of this file.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The figure searched by.</summary>
    public required string Metric { get; init; }

    /// <summary>Length of the lists.</summary>
    public required int K { get; init; }

    /// <summary>Validation folds.</summary>
    public required int Folds { get; init; }

    /// <summary>Start of the random draws.</summary>
    public required long Seed { get; init; }

    /// <summary>What is searched, in words.</summary>
    public required string Space { get; init; }

    /// <summary>Settings that are held, in words.</summary>
    public required string Held { get; init; }

    /// <summary>SHA-256 of the training rows.</summary>
    public required string InputHash { get; init; }
}
