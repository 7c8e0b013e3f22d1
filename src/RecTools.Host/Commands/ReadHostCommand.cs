using System.Management.Automation;
using System.Security;

namespace RecTools.Host.Commands;

/// <summary>Asks the user for a line.</summary>
[Cmdlet(VerbsCommunications.Read, "Host")]
[OutputType(typeof(string), typeof(SecureString))]
public sealed class ReadHostCommand : PSCmdlet
{
    /// <summary>The question.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [AllowNull]
    public object? Prompt { get; set; }

    /// <summary>What is typed stays hidden, and the answer encrypted.</summary>
    [Parameter]
    public SwitchParameter AsSecureString { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Prompt is not null)
            Host.UI.Write(LanguagePrimitives.ConvertTo<string>(Prompt) + ": ");
        WriteObject(AsSecureString ? Host.UI.ReadLineAsSecureString() : Host.UI.ReadLine());
    }
}
