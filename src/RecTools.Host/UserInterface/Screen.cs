namespace RecTools.Host.UserInterface;

/// <summary>
/// The one door to standard output and standard error. Results and what scripts say with Write-Host go to the first, everything said about them
/// (errors, warnings, verbose and debug lines, progress) to the second, so that output can be redirected and stays clean.
/// </summary>
internal sealed class Screen
{
    private readonly TextWriter output = Console.Out;
    private readonly TextWriter error = Console.Error;
    private Action? hideProgress;

    /// <summary>Looks at what the process is connected to.</summary>
    public Screen()
    {
        bool wanted = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        OutputIsTerminal = !Console.IsOutputRedirected;
        ErrorIsTerminal = !Console.IsErrorRedirected;
        InputIsTerminal = !Console.IsInputRedirected;
        OutputHasColour = OutputIsTerminal && wanted;
        ErrorHasColour = ErrorIsTerminal && wanted;
    }

    /// <summary>Held while anything is written; the progress line holds it too, because drawing and writing call each other.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Whether somebody types the input.</summary>
    public bool InputIsTerminal { get; }

    /// <summary>Whether somebody watches the output.</summary>
    public bool OutputIsTerminal { get; }

    /// <summary>Whether somebody watches the errors and the progress.</summary>
    public bool ErrorIsTerminal { get; }

    /// <summary>Whether output may hold escape sequences.</summary>
    public bool OutputHasColour { get; }

    /// <summary>Whether errors may hold escape sequences.</summary>
    public bool ErrorHasColour { get; }

    /// <summary>Columns of a line; a fixed number where nobody watches, so that logs look the same everywhere.</summary>
    public int Width => OutputIsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : 120;

    /// <summary>How many characters, at most, stand before the cursor: what was written since the last line break.</summary>
    public int Column { get; private set; }

    /// <summary>Registers what takes a drawn progress line away before anything else is written.</summary>
    public void HideProgressWith(Action hide) => hideProgress = hide;

    /// <summary>Writes to standard output.</summary>
    public void Write(string text) => Put(output, text);

    /// <summary>Writes a line to standard output.</summary>
    public void WriteLine(string text) => Put(output, text + Environment.NewLine);

    /// <summary>Writes a line to standard error, in a colour where there are colours.</summary>
    public void WriteErrorLine(string text, string? colour = null) =>
        Put(error, (colour is null || !ErrorHasColour ? text : colour + text + Colour.Reset) + Environment.NewLine);

    /// <summary>Writes a question where the user sees it: to the terminal if either stream leads there.</summary>
    public void WriteQuestion(string text) => Put(OutputIsTerminal || !ErrorIsTerminal ? output : error, text);

    /// <summary>Writes to standard error without taking the progress line away; for the progress line itself.</summary>
    public void WriteProgress(string text)
    {
        lock (Gate)
        {
            error.Write(text);
            error.Flush();
        }
    }

    private void Put(TextWriter writer, string text)
    {
        lock (Gate)
        {
            hideProgress?.Invoke();
            writer.Write(text);
            writer.Flush();
            int lineBreak = text.LastIndexOf('\n');
            Column = lineBreak < 0 ? Column + text.Length : text.Length - lineBreak - 1;
        }
    }
}
