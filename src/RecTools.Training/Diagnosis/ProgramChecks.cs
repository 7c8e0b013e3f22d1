using System.Runtime.InteropServices;
using RecTools.Data;
using RecTools.Reporting;

namespace RecTools.Training;

/// <summary>Looks at the programs: PowerShell, .NET, the module and the libraries that it loads.</summary>
internal static class ProgramChecks
{
    private static readonly Version NeededPowerShell = new(7, 6);

    /// <summary>Adds the checks.</summary>
    public static void Add(CheckList list, EnvironmentRequest request)
    {
        list.Add("PowerShell", () => request.PowerShell >= NeededPowerShell
            ? CheckList.Ok($"{request.PowerShell} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}")
            : CheckList.Failed($"{request.PowerShell}", $"Install PowerShell {NeededPowerShell}, or run the job by rectools, which needs none."));
        list.Add("Module", () => AccountAccess.Look(
            request.ModuleFolder, "Install the module where all accounts may read it, such as a folder of PSModulePath of the whole computer."));
        list.Add("SqlClient", () => CheckList.Ok(EnvironmentProbe.SqlServerDriver()));
        list.Add("SQLite", () => CheckList.Ok(EnvironmentProbe.SqliteLibrary()));
        list.Add("Drawing", () => Drawing());
    }

    // Only plots need it.
    private static (CheckStatus, string, string) Drawing()
    {
        try
        {
            return CheckList.Ok(PlotLibrary.Try());
        }
        catch (Exception error) when (error.GetBaseException() is DllNotFoundException)
        {
            return CheckList.Warning(error.GetBaseException().Message, "Leave -PlotPath out; everything else works without the drawing library.");
        }
    }
}
