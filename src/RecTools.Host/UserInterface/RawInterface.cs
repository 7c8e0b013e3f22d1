using System.Management.Automation.Host;

namespace RecTools.Host.UserInterface;

/// <summary>The terminal as a grid of cells, as far as the engine asks for it; without a terminal it answers with fixed sizes.</summary>
/// <param name="screen">What the process is connected to.</param>
internal sealed class RawInterface(Screen screen) : PSHostRawUserInterface
{
    private const int DefaultHeight = 50;

    private ConsoleColor foreground = ConsoleColor.Gray;
    private ConsoleColor background = ConsoleColor.Black;
    private string title = "rectools";

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor { get => foreground; set => foreground = value; }

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor { get => background; set => background = value; }

    /// <inheritdoc/>
    public override Size BufferSize { get => new(screen.Width, Height); set => Ignore(); }

    /// <inheritdoc/>
    public override Size WindowSize { get => BufferSize; set => Ignore(); }

    /// <inheritdoc/>
    public override Size MaxWindowSize => BufferSize;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => BufferSize;

    /// <inheritdoc/>
    public override Coordinates WindowPosition { get => new(0, 0); set => Ignore(); }

    /// <inheritdoc/>
    public override int CursorSize { get => 25; set => Ignore(); }

    /// <inheritdoc/>
    public override Coordinates CursorPosition
    {
        get => screen is { OutputIsTerminal: true, InputIsTerminal: true } ? new(Console.CursorLeft, Console.CursorTop) : new(0, 0);
        set
        {
            if (screen.OutputIsTerminal)
                Console.SetCursorPosition(value.X, value.Y);
        }
    }

    /// <inheritdoc/>
    public override string WindowTitle
    {
        get => title;
        set
        {
            title = value;
            if (screen.OutputHasColour)
                screen.Write($"\u001b]0;{value}\a");
        }
    }

    /// <inheritdoc/>
    public override bool KeyAvailable => screen.InputIsTerminal && Console.KeyAvailable;

    private int Height => screen.OutputIsTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : DefaultHeight;

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!screen.InputIsTerminal)
            throw new HostException("A key cannot be read: standard input is not a terminal.");
        ConsoleKeyInfo key = Console.ReadKey(intercept: (options & ReadKeyOptions.NoEcho) != 0);
        return new KeyInfo((int)key.Key, key.KeyChar, 0, keyDown: (options & ReadKeyOptions.IncludeKeyDown) != 0);
    }

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // The engine clears the screen by filling a rectangle of -1.
        if (screen.OutputIsTerminal && rectangle is { Left: -1, Top: -1 })
            Console.Clear();
    }

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NoCells();

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NoCells();

    /// <inheritdoc/>
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NoCells();

    private static NotSupportedException NoCells() => new("A terminal's cells cannot be read or moved by this host.");

    /// <summary>Sizes belong to the terminal; scripts that set them go on as if it had agreed.</summary>
    private static void Ignore()
    {
    }
}
