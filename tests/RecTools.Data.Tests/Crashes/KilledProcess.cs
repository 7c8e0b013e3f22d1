using System.Diagnostics;

namespace RecTools.Tests;

/// <summary>A training run in a process of its own, to be killed at a moment of one's choice.</summary>
internal sealed class KilledProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    /// <summary>Starts the process; it does nothing until <see cref="Begin"/>.</summary>
    public KilledProcess(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "RecTools.TrainingProcess.dll")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ProcessRequest.ConnectionVariable] = connectionString;
        process = Process.Start(start)!;
    }

    /// <summary>Lets the run begin.</summary>
    public void Begin()
    {
        Assert.Equal(StageTeller.Ready, process.StandardOutput.ReadLine());
        process.StandardInput.WriteLine();
    }

    /// <summary>The stage that begins next; null once the process has ended.</summary>
    public string? NextStage() => process.StandardOutput.ReadLine();

    /// <summary>Waits until a stage begins, and from then on for some time; then kills the process as <c>kill -9</c> does.</summary>
    /// <returns>The stage it was in.</returns>
    public string KillIn(string stage, TimeSpan delay)
    {
        string? told;
        do
        {
            told = NextStage() ?? throw new InvalidOperationException($"The process ended before the stage {stage}: {process.StandardError.ReadToEnd()}");
        }
        while (told != stage);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < delay)
        {
            Thread.Sleep(delay - watch.Elapsed > TimeSpan.FromMilliseconds(2) ? 1 : 0);
        }

        process.Kill();
        Assert.True(process.WaitForExit(Patience), "A killed process did not end.");
        while (NextStage() is { } later)
        {
            told = later;
        }

        return told;
    }

    /// <summary>Lets the process come to its end.</summary>
    public void Finish()
    {
        Assert.True(process.WaitForExit(Patience), "The process did not end.");
        Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
