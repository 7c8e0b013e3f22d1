namespace RecTools.Host.UserInterface;

/// <summary>The lines typed at the prompt in this session, for the arrow keys.</summary>
internal sealed class LineHistory
{
    private readonly List<string> lines = [];
    private int at;

    /// <summary>Adds a line, unless it is empty or the last one again.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (lines.Count == 0 || lines[^1] != line))
            lines.Add(line);
        at = lines.Count;
    }

    /// <summary>The line before the one shown, or null at the beginning.</summary>
    public string? Previous() => at > 0 ? lines[--at] : null;

    /// <summary>The line after the one shown; empty after the last.</summary>
    public string Next()
    {
        at = Math.Min(at + 1, lines.Count);
        return at < lines.Count ? lines[at] : "";
    }
}
