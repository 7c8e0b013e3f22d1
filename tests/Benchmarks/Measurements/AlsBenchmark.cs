using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Half a sweep of explicit factorisation on a million ratings, whole fits, and how good they are.</summary>
internal sealed class AlsBenchmark : IBenchmark
{
    private const int Sample = 20;

    /// <inheritdoc/>
    public string Name => "als";

    /// <inheritdoc/>
    public string Summary => "seconds of an exact half-sweep of Als on ML-1M, GFLOP/s and share of the peak; RMSE of whole fits";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        var ratings = RatingData.Read("ml-1m/ratings.csv.gz");
        var data = RatingData.Read("ml-1m/random80.train.csv.gz", "ml-1m/random80.test.csv.gz");
        foreach (var (width, asked) in new[] { (64, 0.054), (128, 0.190) })
        {
            var options = new AlsOptions { Factors = width - 1 };
            HalfSweeps(report, ratings, options, asked);
            var ofCase = $"ml-1m random80 Als, {width - 1} factors and an offset";
            var (seconds, model) = Stopwatches.Time(() => new Als().Fit(data.Train, options, FitContext.Default));
            report.Add(ofCase, "fit seconds", seconds);
            report.Add(ofCase, "RMSE", AccuracyBenchmark.Measure(model, data)["RMSE"]);
        }
    }

    private static void HalfSweeps(BenchmarkReport report, SparseMatrix ratings, AlsOptions options, double asked)
    {
        var byItem = ratings.Transpose();
        var users = new AlsSide(ratings.RowCount, options.Factors);
        var items = new AlsSide(ratings.ColumnCount, options.Factors);
        foreach (var side in new[] { users, items })
        {
            side.Vectors.Randomize(0.1, 42, 1);
            side.SetOnes();
        }

        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var workers = new Workers(threads);
            var share = MachinePeak.OfThisMachine.Gigaflops * threads / Environment.ProcessorCount;
            foreach (var (side, rows, columns, solution) in new[] { ("users", ratings, items, users), ("items", byItem, users, items) })
            {
                var ofCase = $"ml-1m Als half-sweep of {side}, {options.Factors + 1} unknowns, {threads} threads";
                var to = solution.Copy();
                double Sweep(SparseMatrix own) => HalfSweep.Run(
                    own, columns.Vectors, to.Vectors, new AlsProblem(3.58f, to.Offsets, columns.Offsets, options), options.RowSolver, workers);
                var (best, median) = Stopwatches.Repeat(9, () => Sweep(rows));
                if (threads == Environment.ProcessorCount)
                {
                    report.AddAtMost(ofCase, "seconds, median", median, asked);
                }

                report.Add(ofCase, "seconds, best", best);
                var gigaflops = Operations.OfHalfSweep(rows, options.Factors + 1) / best / 1e9;
                report.Add(ofCase, "GFLOP/s, best", gigaflops);
                report.Add(ofCase, "share of the measured peak", gigaflops / share);
                if (threads == 1)
                {
                    Compare(report, ofCase, rows, columns, options, Sweep);
                }
            }
        }
    }

    // Every twentieth row by our kernels and by plain loops, in turn.
    private static void Compare(
        BenchmarkReport report, string ofCase, SparseMatrix rows, AlsSide columns, AlsOptions options, Func<SparseMatrix, double> sweep)
    {
        var rowOf = new int[rows.EntryCount];
        for (var row = 0; row < rows.RowCount; row++)
        {
            rowOf.AsSpan(rows.RowStart[row], rows.CountOf(row)).Fill(row);
        }

        var sample = rows.Where(i => rowOf[i] % Sample == 0, out _);
        sweep(sample);
        double ours = 0, plain = 0;
        for (var run = 0; run < 3; run++)
        {
            ours += Stopwatches.Time(() => sweep(sample)).Seconds;
            plain += Stopwatches.Time(() => PlainLeastSquares.SolveAll(sample, columns.Vectors, (float)options.Regularization)).Seconds;
        }

        report.Add(ofCase, "times as fast as plain loops", plain / ours);
    }
}
