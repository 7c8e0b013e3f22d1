using System.Globalization;
using RecTools.Benchmarks;
using RecTools.Data;

var benchmark = args.Length is 1 or 2 ? BenchmarkRegistry.Find(args[0]) : null;
var minutes = args.Length == 2 && double.TryParse(args[1], CultureInfo.InvariantCulture, out var given) ? given : 0;
if (benchmark is null || (args.Length == 2 && benchmark is not IServerBenchmark && !(benchmark is ITimedBenchmark && minutes > 0)))
{
    Console.Error.WriteLine(args.Length switch
    {
        1 => $"There is no benchmark '{args[0]}'.",
        2 => $"There is no benchmark '{args[0]}' that takes '{args[1]}'.",
        _ => "Name one benchmark.",
    });
    foreach (var known in BenchmarkRegistry.All)
    {
        Console.Error.WriteLine($"  {known.Name,-14} {known.Summary}{(known is IServerBenchmark ? "; on SQL Server with its connection string behind the name" : "")}");
    }

    return 2;
}

var report = new BenchmarkReport(benchmark.Name);
try
{
    if (benchmark is ITimedBenchmark timed && minutes > 0)
    {
        timed.Run(report, TimeSpan.FromMinutes(minutes));
    }
    else if (args.Length == 2)
    {
        ((IServerBenchmark)benchmark).Run(report, Connections.FromString(args[1]));
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
