namespace RecTools.Benchmarks;

/// <summary>One benchmark that can be asked for by name. To add one, write a class and name it in <see cref="BenchmarkRegistry"/>.</summary>
internal interface IBenchmark
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>One line for the list of names.</summary>
    string Summary { get; }

    /// <summary>Measures, and adds every result to the report.</summary>
    /// <exception cref="MissingDataException">A data file that everything needs is not here.</exception>
    void Run(BenchmarkReport report);
}
