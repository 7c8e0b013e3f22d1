using System.Diagnostics;
using System.Globalization;

namespace RecTools.Tests;

public sealed class CancellationTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_stops_the_pipeline_runs_its_clean_up_and_ends_with_4(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by kill.");
        using Process process = StartListening("try { 'ready'; Start-Sleep 80; 'too late' } finally { [Console]::Out.WriteLine('cleaned up') }");
        Send(process, signal);
        HostResult result = HostProcess.Finish(process);
        Assert.Equal((4, "cleaned up\n"), (result.ExitCode, result.Output));
        Assert.Contains("Cancelled.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_signal_ends_what_does_not_stop()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by kill.");
        using Process process = StartListening("'ready'; [Threading.Thread]::Sleep(80000); 'too late'");
        Send(process, "INT");
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(1)), "One signal only asks the pipeline to stop.");
        Send(process, "INT");
        HostResult result = HostProcess.Finish(process);
        Assert.Equal((4, ""), (result.ExitCode, result.Output));
    }

    /// <summary>Waits until the script runs. A test runner in the background may ignore Ctrl-C and pass that on, so the signal is put back first.</summary>
    private static Process StartListening(string text)
    {
        Process process = HostProcess.Start("env", ["--default-signal=INT", HostProcess.Dotnet, HostProcess.Program, "-Command", text]);
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        return process;
    }

    private static void Send(Process process, string signal)
    {
        using Process kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
