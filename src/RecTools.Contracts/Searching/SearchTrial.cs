namespace RecTools;

/// <summary>One choice of algorithm and settings that was tried on validation rows.</summary>
public sealed record SearchTrial
{
    /// <summary>Number of the trial, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The settings that were tried; those not named have their defaults.</summary>
    public required IReadOnlyDictionary<string, object?> Options { get; init; }

    /// <summary>How far it went.</summary>
    public TrialStatus Status { get; init; }

    /// <summary>The figure on each validation fold that it was measured on.</summary>
    public double[] FoldValues { get; init; } = [];

    /// <summary>Mean of them; null where the trial failed at once.</summary>
    public double? Value { get; init; }

    /// <summary>Time it took in all, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>The error that ended it.</summary>
    public string? Error { get; init; }
}
