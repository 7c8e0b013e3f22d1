using System.Management.Automation;
using System.Security;

namespace RecTools.Host.Commands;

/// <summary>Makes a secure string of plain text, such as a job's secret from its environment.</summary>
[Cmdlet(VerbsData.ConvertTo, "SecureString")]
[OutputType(typeof(SecureString))]
public sealed class ConvertToSecureStringCommand : PSCmdlet
{
    /// <summary>The text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string String { get; set; } = "";

    /// <summary>The text is not encrypted.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>Taken for the sake of older scripts.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SecureString secret = new();
        foreach (char c in String)
            secret.AppendChar(c);
        secret.MakeReadOnly();
        WriteObject(secret);
    }
}
