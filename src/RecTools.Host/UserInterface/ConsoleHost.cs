using System.Globalization;
using System.Management.Automation.Host;

namespace RecTools.Host.UserInterface;

/// <summary>The host that the engine sees.</summary>
/// <param name="userInterface">What it writes to.</param>
internal sealed class ConsoleHost(PSHostUserInterface userInterface) : PSHost
{
    /// <summary>The code of an <c>exit</c> statement, or null while there was none.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <inheritdoc/>
    public override string Name => "RecToolsHost";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version ?? new Version(0, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI { get; } = userInterface;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() =>
        throw new NotSupportedException("This host has no nested prompts; use pwsh 7.6 to debug a script.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt()
    {
        // None can have been entered.
    }

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
        // Other programs share the terminal as it is.
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
        // See above.
    }
}
