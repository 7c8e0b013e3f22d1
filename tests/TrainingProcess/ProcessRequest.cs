namespace RecTools.Tests;

/// <summary>Two runs of one model whose publications cannot be taken for each other.</summary>
public static class ProcessRequest
{
    /// <summary>Environment variable with the process's connection string.</summary>
    public const string ConnectionVariable = "RECTOOLS_TEST_PROCESS_CONNECTION";

    /// <summary>Table of ratings that both learn from.</summary>
    public const string Table = "RecToolsCrashRating";

    /// <summary>The model.</summary>
    public const string Model = "RecToolsCrash";

    /// <summary>What the process does: all result tables, and so many steps to record that the flip takes its time.</summary>
    public static TrainingRequest OfProcess { get; } = new()
    {
        Algorithm = "Als",
        ModelName = Model,
        Source = new InteractionSource { Table = Table },
        Options = new Dictionary<string, object?> { ["Factors"] = 2, ["Sweeps"] = 200 },
        Split = new SplitRequest { Kind = SplitKind.None },
        Top = 4,
        SimilarTop = 3,
        EvidenceTop = 2,
        KeepVersions = Kept,
        Threads = 1,
    };

    /// <summary>What others do before and after: other lists, and results of one table only.</summary>
    public static TrainingRequest OfOthers { get; } = new()
    {
        Algorithm = "Bias",
        ModelName = Model,
        Source = new InteractionSource { Table = Table },
        Split = new SplitRequest { Kind = SplitKind.None },
        Top = 5,
        SimilarTop = 0,
        KeepVersions = Kept,
        Threads = 1,
    };

    /// <summary>Versions that both keep.</summary>
    public const int Kept = 2;
}
