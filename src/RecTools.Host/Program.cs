using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RecTools.Host;

internal static class Program
{
    private static int Main(string[] args)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(string.Join(' ', args));
        foreach (PSObject result in shell.Invoke())
            Console.Out.WriteLine(result);
        return 0;
    }
}
