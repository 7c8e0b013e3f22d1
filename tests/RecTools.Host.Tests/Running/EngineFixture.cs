using System.Management.Automation;
using System.Management.Automation.Runspaces;
using RecTools.Host.Engine;
using RecTools.Host.UserInterface;

namespace RecTools.Tests;

/// <summary>An engine with the host's commands in the test's own process, in a folder of its own.</summary>
public sealed class EngineFixture : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectools-host-tests-");
    private readonly StopSignals signals = new();
    private readonly Runspace runspace;

    /// <summary>Starts the engine.</summary>
    public EngineFixture()
    {
        Screen screen = new();
        ConsoleInterface userInterface = new(screen, new InputReader(screen, signals, nonInteractive: true), new LoggedProgress(screen));
        runspace = RunspaceFactory.CreateRunspace(new ConsoleHost(userInterface), RecTools.Host.Engine.SessionState.Create());
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(folder.FullName);
    }

    /// <summary>Runs a script and gives back what it wrote, as text: one element a line, and what it reported as errors.</summary>
    public (string Output, IReadOnlyList<ErrorRecord> Errors) Run(string script)
    {
        using PowerShell pipeline = PowerShell.Create(runspace);
        var results = pipeline.AddScript(script, useLocalScope: true).Invoke();
        string text = string.Join('\n', results.Select(LanguagePrimitives.ConvertTo<string>));
        return (text.Replace("\r\n", "\n", StringComparison.Ordinal), pipeline.Streams.Error.ToList());
    }

    /// <summary>Runs a script that must report no errors.</summary>
    public string Output(string script)
    {
        (string output, IReadOnlyList<ErrorRecord> errors) = Run(script);
        Assert.Empty(errors);
        return output;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        runspace.Dispose();
        signals.Dispose();
        folder.Delete(recursive: true);
    }
}
