namespace RecTools.Host.UserInterface;

/// <summary>The escape sequences that this host writes of its own accord.</summary>
internal static class Colour
{
    /// <summary>Back to the terminal's own colours.</summary>
    public const string Reset = "\u001b[0m";

    /// <summary>Errors.</summary>
    public const string Red = "\u001b[31;1m";

    /// <summary>Warnings, verbose and debug lines.</summary>
    public const string Yellow = "\u001b[33;1m";

    /// <summary>What to do about an error, and progress.</summary>
    public const string Cyan = "\u001b[36;1m";

    /// <summary>Begins text in a console colour.</summary>
    public static string Foreground(ConsoleColor colour) => $"\u001b[{Code(colour, dark: 30, bright: 90)}m";

    /// <summary>Begins text on a console colour.</summary>
    public static string Background(ConsoleColor colour) => $"\u001b[{Code(colour, dark: 40, bright: 100)}m";

    /// <summary>Console colours count blue, green, red in bits; terminals count red, green, blue.</summary>
    private static int Code(ConsoleColor colour, int dark, int bright)
    {
        int number = (int)colour;
        int swapped = ((number & 1) << 2) | (number & 2) | ((number & 4) >> 2);
        return (number >= 8 ? bright : dark) + swapped;
    }
}
