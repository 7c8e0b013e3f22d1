using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Host.Engine;

namespace RecTools.Host.UserInterface;

/// <summary>Reads commands from the terminal and runs them until <c>exit</c> or Ctrl-D.</summary>
/// <param name="session">The engine.</param>
/// <param name="screen">The terminal.</param>
/// <param name="signals">Told while the prompt waits.</param>
internal sealed class InteractivePrompt(EngineSession session, Screen screen, StopSignals signals)
{
    private const string Continuation = ">> ";

    private readonly LineHistory history = new();

    /// <summary>Runs the prompt.</summary>
    /// <returns>The code of <c>exit</c>, or 0.</returns>
    public int Run()
    {
        while (session.RequestedExitCode is null)
        {
            (LineEnd end, string text) = ReadCommand();
            if (end == LineEnd.Closed)
                break;
            if (end == LineEnd.Entered && !string.IsNullOrWhiteSpace(text))
                session.Run(pipeline => pipeline.AddScript(text), addToHistory: true);
        }

        return session.RequestedExitCode ?? ExitCode.Done;
    }

    /// <summary>Reads lines until they are a complete command; an empty line ends one that is not, and shows what is wrong with it.</summary>
    private (LineEnd End, string Text) ReadCommand()
    {
        (LineEnd end, string text) = ReadLine(PromptText());
        while (end == LineEnd.Entered && IsIncomplete(text))
        {
            (end, string line) = ReadLine(Continuation);
            if (end != LineEnd.Entered || line.Length == 0)
                break;
            text += "\n" + line;
        }

        return (end, text);
    }

    private (LineEnd End, string Text) ReadLine(string prompt)
    {
        using IDisposable waiting = signals.WaitForInput();
        (LineEnd End, string Text) line = new LineEditor(screen, prompt) { History = history, Completer = Complete }.Read();
        if (line.End == LineEnd.Entered)
            history.Add(line.Text);
        return line;
    }

    /// <summary>What the user's own <c>prompt</c> function says; a function that fails must not lock its user out.</summary>
    private string PromptText()
    {
        try
        {
            string text = string.Concat(session.Query("prompt"));
            return text.Length > 0 ? text : "PS> ";
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }

    private (int Start, int Length, IReadOnlyList<string> Choices) Complete(string line, int position)
    {
        using PowerShell pipeline = PowerShell.Create(session.Runspace);
        CommandCompletion completion = CommandCompletion.CompleteInput(line, position, options: null, pipeline);
        return (completion.ReplacementIndex, completion.ReplacementLength, [.. completion.CompletionMatches.Select(match => match.CompletionText)]);
    }
}
