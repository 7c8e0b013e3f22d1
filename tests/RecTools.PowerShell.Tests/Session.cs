using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RecTools.Tests;

/// <summary>A session of the real engine with the module imported, and a folder of its own.</summary>
internal sealed class Session : IDisposable
{
    private static readonly Lazy<string> Explained = new(() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "about", "about_RecTools_Errors.md")));

    private readonly Runspace runspace;

    public Session(bool import = true)
    {
        runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        if (import)
        {
            Run($"Import-Module '{Repository.Manifest}'");
        }
    }

    /// <summary>Folder for the files of a test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("rectools-cmdlets-").FullName;

    /// <summary>Path of the database.</summary>
    public string Database => Path.Combine(Folder, "shop.db");

    /// <summary>What the last script wrote to the verbose, warning and error streams.</summary>
    public PSDataStreams Streams { get; private set; } = null!;

    /// <summary>Runs a script that must end well.</summary>
    public IReadOnlyList<PSObject> Run(string script, params object[] input)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        var output = shell.Invoke(input);
        Streams = shell.Streams;
        Assert.Empty(shell.Streams.Error.Select(error => error.ToString()));
        return output;
    }

    /// <summary>The error that a script ends with or reports.</summary>
    public ErrorRecord Fail(string script)
    {
        var error = ErrorOf(script);

        // Errors of the toolkit itself, not those of the engine.
        Assert.True(
            error.Exception is not RecException || Explained.Value.Contains($"| `{error.FullyQualifiedErrorId.Split(',')[0]}` |", StringComparison.Ordinal),
            $"docs/about/about_RecTools_Errors.md does not explain {error.FullyQualifiedErrorId}.");
        return error;
    }

    private ErrorRecord ErrorOf(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException error)
        {
            return error.ErrorRecord;
        }

        return Assert.Single(shell.Streams.Error);
    }

    /// <summary>Sets a variable.</summary>
    public void Set(string name, object value) => runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>All that a script tells, on whatever stream and in whatever error, as text.</summary>
    public IReadOnlyList<string> Everything(string script)
    {
        const int Depth = 6;
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        var told = new List<object?>();
        var output = new PSDataCollection<PSObject>();
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            told.AddRange([error, error.ErrorRecord]);
        }

        told.AddRange([.. output, .. shell.Streams.Error, .. shell.Streams.Warning, .. shell.Streams.Verbose, .. shell.Streams.Debug, .. shell.Streams.Information, .. shell.Streams.Progress]);
        told.AddRange((System.Collections.ArrayList)runspace.SessionStateProxy.GetVariable("Error"));
        return [.. told.SelectMany(item => SecretTests.Texts(item, Depth))];
    }

    /// <summary>What the host prints of a script that goes on from this session's database.</summary>
    public string Printed(string script)
    {
        var file = Path.Combine(Folder, "printed.ps1");
        File.WriteAllText(file, $"Import-Module '{Repository.Manifest}'\n$null = Connect-RecDatabase -Path '{Database}'\n{script}");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Host, file]) { RedirectStandardOutput = true })!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return printed;
    }

    /// <summary>Starts a script that will be stopped.</summary>
    public PowerShell Start(string script)
    {
        var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        shell.BeginInvoke();
        return shell;
    }

    /// <summary>A session with a small sample shop and a trained model.</summary>
    public static Session WithModel()
    {
        var session = new Session();
        session.Run($"""
            $null = Connect-RecDatabase -Path '{session.Database}'
            $null = New-RecSampleData -Customers 120 -Products 60
            $null = Invoke-RecTraining -Algorithm Als -ModelName Shop -Table Rating -Option @{'{'} Factors = 8; Sweeps = 5 {'}'}
            """);
        return session;
    }

    public void Dispose()
    {
        runspace.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
