using RecTools.Benchmarks;

var benchmark = args.Length is 1 or 2 ? BenchmarkRegistry.Find(args[0]) : null;
if (benchmark is null || (args.Length == 2 && benchmark is not IArgumentBenchmark))
{
    Console.Error.WriteLine(args.Length switch
    {
        1 => $"There is no benchmark '{args[0]}'.",
        2 => $"There is no benchmark '{args[0]}' that takes '{args[1]}'.",
        _ => "Name one benchmark.",
    });
    foreach (var known in BenchmarkRegistry.All)
    {
        Console.Error.WriteLine($"  {known.Name,-14} {known.Summary}{(known is IArgumentBenchmark more ? $"; behind the name, {more.Argument}" : "")}");
    }

    return 2;
}

var report = new BenchmarkReport(benchmark.Name);
try
{
    if (args.Length == 2)
    {
        ((IArgumentBenchmark)benchmark).Run(report, args[1]);
    }
    else
    {
        benchmark.Run(report);
    }
}
catch (MissingDataException missing)
{
    report.Skip(benchmark.Name, missing.Message);
}

report.Print(Console.Out);
return 0;
