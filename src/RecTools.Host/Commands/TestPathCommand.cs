using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>What a path may be.</summary>
public enum PathKind
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A folder.</summary>
    Container,

    /// <summary>A file.</summary>
    Leaf,
}

/// <summary>Says whether a path exists.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(bool))]
public sealed class TestPathCommand : PathCommand
{
    /// <summary>What it must be.</summary>
    [Parameter]
    [Alias("Type")]
    public PathKind PathType { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Given)
            WriteObject(Exists(path));
    }

    private bool Exists(string path)
    {
        string pattern = IsLiteral ? WildcardPattern.Escape(path) : path;
        try
        {
            return InvokeProvider.Item.Exists(pattern) && PathType switch
            {
                PathKind.Container => InvokeProvider.Item.IsContainer(pattern),
                PathKind.Leaf => !InvokeProvider.Item.IsContainer(pattern),
                _ => true,
            };
        }
        catch (Exception nowhere) when (nowhere is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            return false;
        }
    }
}
