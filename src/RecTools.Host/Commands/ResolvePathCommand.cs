using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>The full paths that paths with wildcards or relative ones mean.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo))]
public sealed class ResolvePathCommand : PathCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => ForEachGiven(path =>
        WriteObject(SessionState.Path.GetResolvedPSPathFromPSPath(IsLiteral ? WildcardPattern.Escape(path) : path), enumerateCollection: true));
}
