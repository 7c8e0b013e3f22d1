using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Asks for a user's name and password.</summary>
[Cmdlet(VerbsCommon.Get, "Credential")]
[OutputType(typeof(PSCredential))]
public sealed class GetCredentialCommand : PSCmdlet
{
    /// <summary>The name, so that only the password is asked for.</summary>
    [Parameter(Position = 0)]
    [Alias("Credential")]
    public string UserName { get; set; } = "";

    /// <summary>What the question says.</summary>
    [Parameter]
    public string Message { get; set; } = "Enter your credentials.";

    /// <summary>The question's heading.</summary>
    [Parameter]
    public string Title { get; set; } = "PowerShell credential request";

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Host.UI.PromptForCredential(Title, Message, UserName, ""));
}
