using System.Text;

namespace RecTools.PowerShell;

/// <summary>Small bars of text for tables in a console.</summary>
public static class ConsoleBar
{
    private const int EighthsInCell = 8;
    private const char FullBlock = '\u2588';
    private const char Axis = '\u258F';

    /// <summary>The bar of a model beside those that it was compared with: the one with the largest figure has the longest.</summary>
    /// <param name="entry">The model.</param>
    /// <param name="width">Cells that a full one takes.</param>
    public static string Of(LeaderboardEntry entry, int width)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var most = entry.Comparison?.Entries.Max(other => other.Value);
        return entry.Value is { } value && most > 0 ? Of(value / most.Value, width) : "";
    }

    /// <summary>A bar.</summary>
    /// <param name="share">Its length, 0 to 1; below 0 counts as 0, above 1 as 1.</param>
    /// <param name="width">Cells that a full one takes.</param>
    /// <returns>Blocks in steps of an eighth of a cell where the console shows any letter, number signs elsewhere.</returns>
    public static string Of(double share, int width) => Of(share, width, IsUnicode(Console.OutputEncoding));

    /// <summary>A bar.</summary>
    /// <param name="share">Its length, 0 to 1; below 0 counts as 0, above 1 as 1.</param>
    /// <param name="width">Cells that a full one takes.</param>
    /// <param name="unicode">Whether blocks can be shown.</param>
    public static string Of(double share, int width, bool unicode)
    {
        var length = double.IsNaN(share) ? 0 : Math.Clamp(share, 0, 1) * width;
        if (!unicode)
        {
            return new string('#', (int)Math.Round(length, MidpointRounding.AwayFromZero));
        }

        var eighths = (int)Math.Round(length * EighthsInCell, MidpointRounding.AwayFromZero);
        var rest = eighths % EighthsInCell;

        // The blocks stand by width in the table of characters, the full one first and the thinnest last.
        return new string(FullBlock, eighths / EighthsInCell) + (rest == 0 ? "" : ((char)(Axis - rest + 1)).ToString());
    }

    private static bool IsUnicode(Encoding encoding) => encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding;
}
