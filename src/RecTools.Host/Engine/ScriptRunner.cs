using System.Management.Automation.Runspaces;
using RecTools.Host.CommandLine;

namespace RecTools.Host.Engine;

/// <summary>Runs a script file with its arguments, like <c>pwsh -File</c>.</summary>
internal static class ScriptRunner
{
    /// <summary>Runs the script.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="path">The script's path, relative to the working folder.</param>
    /// <param name="arguments">The words after it.</param>
    /// <returns>The process's exit code.</returns>
    /// <exception cref="UsageException">There is no such script.</exception>
    public static int Run(EngineSession session, string path, IReadOnlyList<string> arguments)
    {
        string file = Path.GetFullPath(path);
        if (!File.Exists(file))
            throw new UsageException($"The script '{path}' does not exist. Give the path of a .ps1 file, or -Command and a command.", showsUsage: false);
        if (!file.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"'{path}' is not a script: its name does not end in .ps1.", showsUsage: false);

        EngineInternals.LetExitReachTheHost(session.Runspace);
        Command script = new(file, isScript: false, useLocalScope: false);
        ScriptArguments.AddTo(script, arguments);
        int code = session.Run(pipeline => pipeline.Commands.AddCommand(script));
        return session.RequestedExitCode ?? code;
    }
}
