using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using RecTools.Host.Engine;

namespace RecTools.Host.UserInterface;

/// <summary>Asks the user for a line, and fails with a clear error where nobody can answer.</summary>
/// <param name="screen">Where to ask.</param>
/// <param name="signals">Knows that the process waits for input, and is told of Ctrl-C.</param>
/// <param name="nonInteractive">Asking is an error.</param>
internal sealed class InputReader(Screen screen, StopSignals signals, bool nonInteractive)
{
    /// <summary>Asks for a line.</summary>
    /// <param name="question">What to ask.</param>
    /// <param name="mask">Shown instead of what is typed, for passwords.</param>
    /// <exception cref="HostException">Nobody can answer.</exception>
    /// <exception cref="PipelineStoppedException">The user pressed Ctrl-C.</exception>
    public string Ask(string question, char? mask = null)
    {
        if (nonInteractive)
            throw Unanswered(question, "the host runs with -NonInteractive");
        using IDisposable waiting = signals.WaitForInput();
        if (!screen.InputIsTerminal)
        {
            screen.WriteQuestion(question);
            return Console.In.ReadLine() ?? throw Unanswered(question, "standard input has ended");
        }

        (LineEnd end, string text) = new LineEditor(screen, question) { Mask = mask }.Read();
        if (end == LineEnd.Cancelled)
        {
            signals.RequestStop();
            throw new PipelineStoppedException();
        }

        return end == LineEnd.Entered ? text : throw Unanswered(question, "the input was closed");
    }

    /// <summary>Asks for a line that is kept encrypted.</summary>
    public SecureString AskSecret(string question)
    {
        SecureString secret = new();
        foreach (char c in Ask(question, '*'))
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }

    private static HostException Unanswered(string question, string why) => new(
        $"The question '{question.Trim()}' cannot be answered: {why}. Give the value as a parameter, or -Confirm:$false where it asks for confirmation.");
}
