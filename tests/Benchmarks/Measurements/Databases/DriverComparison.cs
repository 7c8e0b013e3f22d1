namespace RecTools.Benchmarks;

/// <summary>Rows a second of RecTools beside those of the bare driver, in turns, so that both meet the same machine.</summary>
internal static class DriverComparison
{
    private const int Turns = 5;
    private const double Asked = 0.8;

    /// <summary>Measures both and reports the medians.</summary>
    /// <param name="report">Where to.</param>
    /// <param name="ofCase">What is measured.</param>
    /// <param name="rows">Rows of one turn.</param>
    /// <param name="bare">Seconds of the bare loop.</param>
    /// <param name="ours">Seconds of RecTools.</param>
    public static void Run(BenchmarkReport report, string ofCase, int rows, Func<double> bare, Func<double> ours)
    {
        var (bareSeconds, ourSeconds) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            bareSeconds.Add(bare());
            ourSeconds.Add(ours());
        }

        var (bareRate, ourRate) = (rows / Median(bareSeconds), rows / Median(ourSeconds));
        report.Add(ofCase, "bare loop, rows/s", bareRate);
        report.Add(ofCase, "RecTools, rows/s", ourRate);
        report.AddAtLeast(ofCase, "share of the bare loop", ourRate / bareRate, Asked);
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);
}
