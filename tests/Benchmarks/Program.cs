using RecTools.Benchmarks;

var benchmark = args.Length == 1 ? BenchmarkRegistry.Find(args[0]) : null;
if (benchmark is null)
{
    Console.Error.WriteLine(args.Length == 1 ? $"There is no benchmark '{args[0]}'." : "Name one benchmark.");
    foreach (var known in BenchmarkRegistry.All)
    {
        Console.Error.WriteLine($"  {known.Name,-14} {known.Summary}");
    }

    return 2;
}

var report = new BenchmarkReport(benchmark.Name);
try
{
    benchmark.Run(report);
}
catch (MissingDataException missing)
{
    report.Skip(benchmark.Name, missing.Message);
}

report.Print(Console.Out);
return 0;
