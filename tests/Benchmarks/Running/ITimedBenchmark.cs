using System.Globalization;

namespace RecTools.Benchmarks;

/// <summary>A benchmark of what can be found within a time; minutes may stand behind its name.</summary>
internal interface ITimedBenchmark : IArgumentBenchmark
{
    /// <inheritdoc/>
    string IArgumentBenchmark.Argument => "minutes give it another time";

    /// <summary>The same within another time.</summary>
    void Run(BenchmarkReport report, TimeSpan time);

    /// <inheritdoc/>
    void IArgumentBenchmark.Run(BenchmarkReport report, string argument) => Run(report, TimeSpan.FromMinutes(double.Parse(argument, CultureInfo.InvariantCulture)));
}
