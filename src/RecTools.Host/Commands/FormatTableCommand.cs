using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;
using RecTools.Host.Engine;

namespace RecTools.Host.Commands;

/// <summary>Formats objects as a table: the engine's own implementation, of which only the command lives in pwsh's module.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    /// <summary>Chooses the shape.</summary>
    public FormatTableCommand() => EngineInternals.UseShape(this, "Table");
}
