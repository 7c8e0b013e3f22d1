using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;
using RecTools.Host.Engine;

namespace RecTools.Host.Commands;

/// <summary>Formats objects as a list: the engine's own implementation, of which only the command lives in pwsh's module.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    /// <summary>Chooses the shape.</summary>
    public FormatListCommand() => EngineInternals.UseShape(this, "List");
}
