using System.Text;

namespace RecTools.Host.UserInterface;

/// <summary>How reading a line from the terminal ended.</summary>
internal enum LineEnd
{
    /// <summary>Enter: the line holds.</summary>
    Entered,

    /// <summary>Ctrl-C.</summary>
    Cancelled,

    /// <summary>Ctrl-D on an empty line: there will be no more.</summary>
    Closed,
}

/// <summary>Offers completions of a line at a position: where the replaced text begins, its length, and what may stand there.</summary>
internal delegate (int Start, int Length, IReadOnlyList<string> Choices) LineCompleter(string line, int position);

/// <summary>
/// Reads one line from the terminal key by key: arrows, Home, End, history and completion. A long line scrolls sideways in its row, which needs no
/// knowledge of where a terminal wraps.
/// </summary>
/// <param name="screen">Where to draw.</param>
/// <param name="prompt">Stands before the line.</param>
internal sealed class LineEditor(Screen screen, string prompt)
{
    private const string SavePosition = "\u001b7";
    private const string ReturnAndClear = "\u001b8\u001b[K";

    private readonly StringBuilder line = new();
    private int column;
    private int position;
    private int scroll;

    /// <summary>What is shown for every character, for passwords; null to show the characters.</summary>
    public char? Mask { get; init; }

    /// <summary>Lines for the up and down keys.</summary>
    public LineHistory? History { get; init; }

    /// <summary>Completion for the Tab key.</summary>
    public LineCompleter? Completer { get; init; }

    /// <summary>Reads until Enter, Ctrl-C or the end of the input.</summary>
    public (LineEnd End, string Text) Read()
    {
        bool treated = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            screen.WriteQuestion(prompt);
            column = screen.Column % screen.Width;
            screen.WriteQuestion(SavePosition);
            LineEnd? end = null;
            while (end is null)
            {
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Tab && Completer is not null)
                    end = CompleteThenHandle();
                else
                    end = Handle(key);
            }

            screen.WriteQuestion(Environment.NewLine);
            return (end.Value, line.ToString());
        }
        finally
        {
            Console.TreatControlCAsInput = treated;
        }
    }

    private LineEnd? Handle(ConsoleKeyInfo key)
    {
        bool control = (key.Modifiers & ConsoleModifiers.Control) != 0;
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return LineEnd.Entered;
            case ConsoleKey.C when control:
                return LineEnd.Cancelled;
            case ConsoleKey.D when control:
                if (line.Length == 0)
                    return LineEnd.Closed;
                break;
            case ConsoleKey.Backspace when position > 0:
                line.Remove(--position, 1);
                break;
            case ConsoleKey.Delete when position < line.Length:
                line.Remove(position, 1);
                break;
            case ConsoleKey.LeftArrow:
                position = Math.Max(position - 1, 0);
                break;
            case ConsoleKey.RightArrow:
                position = Math.Min(position + 1, line.Length);
                break;
            case ConsoleKey.Home:
                position = 0;
                break;
            case ConsoleKey.End:
                position = line.Length;
                break;
            case ConsoleKey.Escape:
                Replace("");
                break;
            case ConsoleKey.UpArrow:
                if (History?.Previous() is { } previous)
                    Replace(previous);
                break;
            case ConsoleKey.DownArrow:
                if (History is not null)
                    Replace(History.Next());
                break;
            default:
                if (key.KeyChar != 0 && !char.IsControl(key.KeyChar))
                    line.Insert(position++, key.KeyChar);
                break;
        }

        Draw();
        return null;
    }

    /// <summary>Each further Tab shows the next choice; any other key takes the one shown.</summary>
    private LineEnd? CompleteThenHandle()
    {
        (int start, int length, IReadOnlyList<string> choices) = Completer!(line.ToString(), position);
        for (int i = 0; choices.Count > 0; i = (i + 1) % choices.Count)
        {
            line.Remove(start, length).Insert(start, choices[i]);
            length = choices[i].Length;
            position = start + length;
            Draw();
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key != ConsoleKey.Tab)
                return Handle(key);
        }

        return null;
    }

    private void Replace(string text)
    {
        line.Clear().Append(text);
        position = text.Length;
    }

    private void Draw()
    {
        int room = Math.Max(screen.Width - column - 1, 10);
        scroll = Math.Clamp(scroll, Math.Max(position - room, 0), position);
        string shown = line.ToString(scroll, Math.Min(room, line.Length - scroll));
        if (Mask is { } mask)
            shown = new string(mask, shown.Length);
        int back = shown.Length - (position - scroll);
        screen.WriteQuestion($"{ReturnAndClear}{shown}{(back > 0 ? $"\u001b[{back}D" : "")}");
    }
}
