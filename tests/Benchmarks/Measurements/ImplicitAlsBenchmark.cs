using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Fits of implicit factorisation on ML-1M by every solver, stage by stage, and how good they are.</summary>
internal sealed class ImplicitAlsBenchmark : IBenchmark
{
    private const int Runs = 3;

    /// <inheritdoc/>
    public string Name => "implicit-als";

    /// <inheritdoc/>
    public string Summary => "seconds to fit ImplicitAls on ML-1M random80 and for the top 10 of all users, GFLOP/s and share of the peak; nDCG";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        var data = RatingData.Read("ml-1m/random80.train.csv.gz", "ml-1m/random80.test.csv.gz", asOnes: true);

        // The library implicit takes 2.9 s with 64 factors. Its work an entry grows with the factors, and a row's with their square:
        // twice that is the least that 128 may take it.
        Measure(report, "as implicit", data, AccuracyBenchmark.LikeImplicit, 1.45, 0.3900);
        Measure(report, "as implicit", data, AccuracyBenchmark.LikeImplicit with { Solver = AlsSolver.ConjugateGradient }, 1.45, 0.3900);
        Measure(report, "as implicit", data, AccuracyBenchmark.LikeImplicit with { Factors = 128 }, 2.9, null);
        foreach (var solver in Enum.GetValues<AlsSolver>())
        {
            Measure(report, "unobserved .15", data, new ImplicitAlsOptions { Solver = solver }, null, null);
            Measure(report, "unobserved .15", data, new ImplicitAlsOptions { Factors = 256, Solver = solver }, null, null);
        }
    }

    private static void Measure(
        BenchmarkReport report, string settings, TrainTest data, ImplicitAlsOptions options, double? askedSeconds, double? askedQuality)
    {
        var ofCase = $"ml-1m random80 ImplicitAls, {settings}, {options.Factors} factors, {options.Solver}";
        IRecommender? model = null;
        var runs = options.Factors < 256 ? Runs : 1;
        var seconds = Enumerable.Range(0, runs)
            .Select(_ => Stopwatches.Time(() => model = new ImplicitAls().Fit(data.Train, options, FitContext.Default)).Seconds).Order().ToArray();
        if (askedSeconds is { } most)
        {
            report.AddAtMost(ofCase, "fit seconds, median", seconds[runs / 2], most);
        }
        else
        {
            report.Add(ofCase, "fit seconds, median", seconds[runs / 2]);
        }

        if (options.Solver == AlsSolver.Cholesky)
        {
            Stages(report, ofCase, data.Train, options);
        }

        var (_, top) = Stopwatches.Repeat(5, () => TopItemsForUsers.Select(model!, data.Train, 0, model!.UserCount, 10, new Workers()));
        report.AddAtMost(ofCase, "seconds for the top 10 of all users, median", top, 0.25);
        var quality = AccuracyBenchmark.Measure(model!, data)["nDCG"];
        if (askedQuality is { } least)
        {
            report.AddAtLeast(ofCase, "nDCG@10", quality, least);
        }
        else
        {
            report.Add(ofCase, "nDCG@10", quality);
        }
    }

    // One sweep apart: the matrix that all rows have in common, and the rows.
    private static void Stages(BenchmarkReport report, string ofCase, SparseMatrix train, ImplicitAlsOptions options)
    {
        var workers = new Workers();
        var isWeighted = options.Alpha != options.UnobservedWeight;
        foreach (var (side, rows) in new[] { ("users", train), ("items", train.Transpose()) })
        {
            var columns = new FactorMatrix(rows.ColumnCount, options.Factors);
            columns.Randomize(0.1, 1, 1);
            var solution = new FactorMatrix(rows.RowCount, options.Factors);
            var problem = ImplicitAls.ProblemOf(columns, options, workers);
            var gram = Stopwatches.Repeat(5, () => ImplicitAls.ProblemOf(columns, options, workers)).Best;
            var sweep = Stopwatches.Repeat(5, () => HalfSweep.Run(rows, columns, solution, problem, options.RowSolver, workers)).Best;
            Stage(report, ofCase, $"Gram matrix for {side}", gram, Operations.OfGram(rows.ColumnCount, options.Factors));
            Stage(report, ofCase, $"half-sweep of {side}", sweep, Operations.OfHalfSweep(rows, options.Factors, isWeighted));
        }
    }

    private static void Stage(BenchmarkReport report, string ofCase, string stage, double seconds, double operations)
    {
        report.Add(ofCase, $"{stage}: seconds, best", seconds);
        report.Add(ofCase, $"{stage}: GFLOP/s", operations / seconds / 1e9);
        report.Add(ofCase, $"{stage}: share of the measured peak", operations / seconds / 1e9 / MachinePeak.OfThisMachine.Gigaflops);
    }
}
