using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Rows cut into those that are learned from and those that are measured on.</summary>
/// <param name="All">The rows of the source, which are learned from as far as they are not held back.</param>
/// <param name="Split">How they are cut.</param>
/// <param name="Train">Rows learned from.</param>
/// <param name="Test">Rows measured on.</param>
/// <param name="Summary">What the rows look like.</param>
internal sealed record MeasuredRows(Interactions All, SplitRequest Split, SparseMatrix Train, SparseMatrix Test, DataSummary Summary)
{
    /// <summary>The rows learned from, with their ids and what else is known of them.</summary>
    public Interactions Learned { get; } = All.With(Train);

    /// <summary>Time of each row learned from; null if the source has none.</summary>
    public long[]? TrainTime { get; init; } = All.With(Train).Time;

    /// <summary>Time of each row measured on; null if the source has none.</summary>
    public long[]? TestTime { get; init; }

    /// <summary>Cuts what was read.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="split">How rows are set aside.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <exception cref="RecException"><c>HoldoutEmpty</c>, <c>TimeColumnNeeded</c>.</exception>
    public static MeasuredRows Cut(TrainingData data, SplitRequest split, InteractionSource source, long seed)
    {
        var (train, test) = HeldBack.Cut(data, split, seed);
        return test.EntryCount == 0 ? throw HeldBack.Empty(split.Kind) : new MeasuredRows(data.Train, split, train, test, DataSummaries.Of(data, source.ToString()))
        {
            TestTime = data.Test is { } given ? given.Time : data.Train.With(test).Time,
        };
    }

    /// <summary>The same rows with the latest of them held back, as many as are now.</summary>
    public MeasuredRows ByTime()
    {
        var share = (double)Test.EntryCount / All.Matrix.EntryCount;
        var (train, test) = Splits.Make(All.Matrix, All.Time, SplitKind.Time, share, 0);
        return new MeasuredRows(All, new SplitRequest { Kind = SplitKind.Time, Holdout = share }, train, test, Summary) { TestTime = All.With(test).Time };
    }
}
