using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Joins the parts of a path.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
public sealed class JoinPathCommand : PSCmdlet
{
    /// <summary>The first part.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string Path { get; set; } = "";

    /// <summary>The second part.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    public string ChildPath { get; set; } = "";

    /// <summary>Parts after the second.</summary>
    [Parameter(Position = 2, ValueFromRemainingArguments = true)]
    public string[] AdditionalChildPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string joined = SessionState.Path.Combine(Path, ChildPath);
        foreach (string part in AdditionalChildPath)
            joined = SessionState.Path.Combine(joined, part);
        WriteObject(joined);
    }
}
