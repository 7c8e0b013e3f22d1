using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace RecTools.Host.Engine;

/// <summary>What a session begins with.</summary>
internal static class SessionState
{
    /// <summary>The engine's own commands, and those of this host that the engine lacks.</summary>
    public static InitialSessionState Create()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        HashSet<string> known = new(state.Commands.Select(command => command.Name), StringComparer.OrdinalIgnoreCase);
        foreach (BuiltInCommand command in BuiltInCommands.All.Where(command => !known.Contains(command.Name)))
            state.Commands.Add(new SessionStateCmdletEntry(command.Name, command.Type, helpFileName: null));

        state.ThreadOptions = PSThreadOptions.ReuseThread;

        // pwsh ships a configuration file that lets local scripts run on Windows; without one the engine refuses every script there.
        // A policy that an administrator or the environment sets still wins.
        if (OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("PSExecutionPolicyPreference") is null)
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        return state;
    }
}
