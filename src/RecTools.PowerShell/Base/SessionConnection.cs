using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace RecTools.PowerShell;

/// <summary>The default database of a session; each runspace has its own.</summary>
internal static class SessionConnection
{
    // Keyed by the module of the runspace, so that it goes when the runspace or the module does.
    private static readonly ConditionalWeakTable<object, Holder> Sessions = [];

    /// <summary>The connection last made in this process: what completion, which knows no session, goes by.</summary>
    public static RecConnection? Last { get; private set; }

    /// <summary>The session's default; null if there is none.</summary>
    public static RecConnection? Get(PSCmdlet cmdlet) => Sessions.TryGetValue(Key(cmdlet), out var holder) ? holder.Connection : null;

    /// <summary>Sets or, with null, clears the session's default.</summary>
    public static void Set(PSCmdlet cmdlet, RecConnection? connection)
    {
        Sessions.GetOrCreateValue(Key(cmdlet)).Connection = connection;
        Last = connection;
    }

    private static PSModuleInfo Key(PSCmdlet cmdlet) => cmdlet.MyInvocation.MyCommand.Module;

    private sealed class Holder
    {
        public RecConnection? Connection { get; set; }
    }
}
