using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Sets rows aside to measure on.</summary>
internal static class HeldBack
{
    /// <summary>The rows to fit on and the rows to measure on: those of the test source where there is one.</summary>
    /// <param name="data">What was read.</param>
    /// <param name="split">How rows are set aside.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <exception cref="RecException">What <see cref="Splits.Make"/> throws.</exception>
    public static TrainTest Cut(TrainingData data, SplitRequest split, long seed) => data.Test is { } test
        ? new TrainTest(data.Train.Matrix, test.Matrix)
        : Splits.Make(data.Train.Matrix, data.Train.Time, split.Kind, split.Holdout, seed);

    /// <summary>What the figures of a split are called.</summary>
    public static string NameOf(SplitKind kind) => kind == SplitKind.Given ? "Test" : "Holdout";

    /// <summary>The error that nothing is left to measure on.</summary>
    public static RecException Empty(SplitKind kind) => new(
        "HoldoutEmpty", RecErrorKind.Data, $"The split {kind} left no rows to measure on.", "Choose a larger -Holdout, another -Split, or -Split None.", kind);
}
