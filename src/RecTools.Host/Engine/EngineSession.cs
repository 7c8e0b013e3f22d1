using System.Management.Automation;
using System.Management.Automation.Runspaces;
using RecTools.Host.UserInterface;

namespace RecTools.Host.Engine;

/// <summary>One engine for the life of the process: runs pipelines and shows what they write.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly Screen screen;
    private readonly IProgressView progress;
    private readonly StopSignals signals;
    private readonly ConsoleHost host;

    /// <summary>Starts the engine.</summary>
    /// <param name="screen">Standard output and error.</param>
    /// <param name="signals">Stops a running pipeline.</param>
    /// <param name="nonInteractive">Questions to the user are errors.</param>
    public EngineSession(Screen screen, StopSignals signals, bool nonInteractive)
    {
        this.screen = screen;
        this.signals = signals;
        progress = screen.ErrorIsTerminal ? new TerminalProgress(screen) : new LoggedProgress(screen);
        screen.HideProgressWith(progress.Hide);
        host = new ConsoleHost(new ConsoleInterface(screen, new InputReader(screen, signals, nonInteractive), progress));

        // A server's job tells nobody outside that it runs.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        ModuleFolder.Register();
        Runspace = RunspaceFactory.CreateRunspace(host, SessionState.Create());
        Runspace.Open();
        Runspace.DefaultRunspace = Runspace;
    }

    /// <summary>The engine's state.</summary>
    public Runspace Runspace { get; }

    /// <summary>The code of an <c>exit</c> statement, or null while there was none.</summary>
    public int? RequestedExitCode => host.RequestedExitCode;

    /// <summary>Runs a pipeline to its end and shows its output and errors.</summary>
    /// <param name="build">Adds the commands.</param>
    /// <param name="addToHistory">Whether it is a line that the user typed.</param>
    /// <returns>The exit code that its errors stand for; of several that were reported the first counts, before all the one that ended it.</returns>
    public int Run(Action<PowerShell> build, bool addToHistory = false)
    {
        using PowerShell pipeline = PowerShell.Create(Runspace);
        build(pipeline);
        pipeline.AddCommand("Out-Default");
        int? reported = null;
        pipeline.Streams.Error.DataAdding += (_, adding) =>
        {
            ErrorRecord error = (ErrorRecord)adding.ItemAdded;
            ErrorText.Write(screen, error);
            reported ??= ExitCodeRules.OfReported(error);
        };
        using IDisposable watching = signals.Watch(pipeline);
        try
        {
            pipeline.Invoke(input: null, new PSInvocationSettings { AddToHistory = addToHistory });

            // A pipeline that was stopped while a script block ran its clean-up returns as if nothing had been.
            if (signals.StopRequested)
                throw new PipelineStoppedException();
        }
        catch (Exception failure) when (failure is RuntimeException or OperationCanceledException)
        {
            return Fail(failure);
        }
        finally
        {
            progress.Clear();
        }

        return reported ?? ExitCode.Done;
    }

    /// <summary>Runs a pipeline whose output the host itself needs.</summary>
    public IReadOnlyList<PSObject> Query(string script)
    {
        using PowerShell pipeline = PowerShell.Create(Runspace);
        return pipeline.AddScript(script).Invoke();
    }

    /// <inheritdoc/>
    public void Dispose() => Runspace.Dispose();

    private int Fail(Exception failure)
    {
        if (signals.StopRequested)
        {
            screen.WriteErrorLine("Cancelled.", Colour.Yellow);
            return ExitCode.Cancelled;
        }

        ErrorText.Write(screen, (failure as RuntimeException)?.ErrorRecord ?? new ErrorRecord(failure, "Cancelled", ErrorCategory.OperationStopped, null));
        return ExitCodeRules.OfFailure(failure);
    }
}
