using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace RecTools.Host.UserInterface;

/// <summary>What the engine writes to and asks the user through.</summary>
/// <param name="screen">Standard output and error.</param>
/// <param name="input">Standard input.</param>
/// <param name="progress">Shows progress records.</param>
internal sealed class ConsoleInterface(Screen screen, InputReader input, IProgressView progress)
    : PSHostUserInterface, IHostUISupportsMultipleChoiceSelection
{
    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new RawInterface(screen);

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => screen.OutputHasColour;

    /// <inheritdoc/>
    public override void Write(string value) => screen.Write(Shown(value));

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        screen.Write(Coloured(foregroundColor, backgroundColor, value));

    /// <inheritdoc/>
    public override void WriteLine(string value) => screen.WriteLine(Shown(value));

    /// <inheritdoc/>
    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        screen.WriteLine(Coloured(foregroundColor, backgroundColor, value));

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => screen.WriteErrorLine(value, Colour.Red);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => screen.WriteErrorLine("WARNING: " + message, Colour.Yellow);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => screen.WriteErrorLine("VERBOSE: " + message, Colour.Yellow);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => screen.WriteErrorLine("DEBUG: " + message, Colour.Yellow);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => progress.Report(record);

    /// <inheritdoc/>
    public override string ReadLine() => input.Ask("");

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => input.AskSecret("");

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, System.Collections.ObjectModel.Collection<FieldDescription> descriptions) =>
        new FieldPrompt(screen, input).Ask(caption, message, descriptions);

    /// <inheritdoc/>
    public override int PromptForChoice(
        string caption, string message, System.Collections.ObjectModel.Collection<ChoiceDescription> choices, int defaultChoice) =>
        new ChoicePrompt(screen, input).AskOne(caption, message, choices, defaultChoice);

    /// <inheritdoc/>
    public System.Collections.ObjectModel.Collection<int> PromptForChoice(
        string? caption, string? message, System.Collections.ObjectModel.Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices) =>
        new ChoicePrompt(screen, input).AskMany(caption, message, choices, defaultChoices);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        QuestionText.Introduce(screen, caption, message);
        string user = string.IsNullOrEmpty(userName) ? input.Ask("User: ") : userName;
        return new PSCredential(user, input.AskSecret($"Password for user {user}: "));
    }

    /// <summary>The engine's formatter always writes its escape sequences and leaves it to the host to take them out.</summary>
    private string Shown(string value) =>
        screen.OutputHasColour || !value.Contains('\u001b', StringComparison.Ordinal) ? value : new StringDecorated(value).ToString(OutputRendering.PlainText);

    /// <summary>The engine passes its own two colours where a script names only one; those stay the terminal's.</summary>
    private string Coloured(ConsoleColor foreground, ConsoleColor background, string value)
    {
        if (!screen.OutputHasColour || value.Length == 0)
            return Shown(value);
        string begin = (foreground == RawUI.ForegroundColor ? "" : Colour.Foreground(foreground))
            + (background == RawUI.BackgroundColor ? "" : Colour.Background(background));
        return begin.Length == 0 ? value : begin + value + Colour.Reset;
    }
}
