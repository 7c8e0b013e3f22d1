using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace RecTools.Benchmarks;

/// <summary>What somebody waits for who begins: importing the module, connecting for the first time, asking for help; and how much is to be copied to a machine.</summary>
internal sealed class ModuleImportBenchmark : IBenchmark
{
    private const int Processes = 5;
    private const double Megabyte = 1024 * 1024;

    /// <inheritdoc/>
    public string Name => "import-module";

    /// <inheritdoc/>
    public string Summary => "seconds of Import-Module, the first Connect-RecDatabase and Get-Help in new processes; size of the module by platform";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        var root = Root();
        var host = Path.Combine(root, "src", "RecTools.Host", "bin", "Release", "net10.0", "rectools.dll");
        var manifest = Path.Combine(root, "RecTools.psd1");
        foreach (var (name, program, arguments) in new[] { ("host", "dotnet", new[] { host, "-Command" }), ("pwsh", "pwsh", ["-NoProfile", "-NonInteractive", "-Command"]) })
        {
            try
            {
                var times = Enumerable.Range(0, Processes).Select(_ => Times(program, arguments, manifest)).ToList();
                report.AddAtMost(name, "Import-Module, s", Median(times.Select(time => time[0])), 0.5);
                report.AddAtMost(name, "first Connect-RecDatabase -Path, s", Median(times.Select(time => time[1])), 1);
                report.Add(name, "first Get-Help, s", Median(times.Select(time => time[2])));
            }
            catch (Win32Exception)
            {
                report.Skip(name, $"{program} is not installed here");
            }
        }

        AddSizes(report, Path.Combine(root, "module"), Path.Combine(root, "en-US"));
    }

    // Those of the engine alone: what the process takes to start is not the module's.
    private static double[] Times(string program, string[] arguments, string manifest)
    {
        var folder = Directory.CreateTempSubdirectory("rectools-import-").FullName;
        try
        {
            var script = $$"""
                $clock = [System.Diagnostics.Stopwatch]::StartNew()
                Import-Module '{{manifest}}'
                $import = $clock.Elapsed.TotalSeconds
                $clock.Restart()
                $null = Connect-RecDatabase -Path '{{Path.Combine(folder, "first.db")}}'
                $connect = $clock.Elapsed.TotalSeconds
                $clock.Restart()
                $null = Get-Help Invoke-RecTraining
                [string]::Format([cultureinfo]::InvariantCulture, '{0} {1} {2}', $import, $connect, $clock.Elapsed.TotalSeconds)
                """;
            using var process = Process.Start(new ProcessStartInfo(program, [.. arguments, script]) { RedirectStandardOutput = true })!;
            var line = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
            process.WaitForExit();
            return [.. line.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AddSizes(BenchmarkReport report, params string[] folders)
    {
        var files = folders.SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)).ToList();
        var runtimes = files.ToLookup(file => file.Split(Path.DirectorySeparatorChar) is var parts && Array.IndexOf(parts, "runtimes") is >= 0 and var at ? parts[at + 1] : "");
        var common = runtimes[""].Sum(file => new FileInfo(file).Length);
        report.Add("module", "files for every platform, MB", common / Megabyte);
        foreach (var runtime in runtimes.Where(group => group.Key.Length > 0).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            report.Add("module", $"and for {runtime.Key}, MB", runtime.Sum(file => new FileInfo(file).Length) / Megabyte);
        }

        report.Add("module", "all, MB", files.Sum(file => new FileInfo(file).Length) / Megabyte);
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Processes / 2);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RecTools.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmarks do not run within the repository.");
        }

        return folder.FullName;
    }
}
