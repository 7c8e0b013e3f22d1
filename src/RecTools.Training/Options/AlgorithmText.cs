namespace RecTools.Training;

/// <summary>An algorithm with settings in one text, such as <c>ItemKnn(Neighbors=40, Shrinkage=5)</c>.</summary>
internal static class AlgorithmText
{
    /// <summary>Takes a text apart.</summary>
    /// <returns>The name, and the settings as texts; null where no brackets follow the name.</returns>
    /// <exception cref="RecException"><c>PartUnclear</c>.</exception>
    public static (string Name, Dictionary<string, object?>? Settings) Parse(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? (text.Trim(), null) : (text[..open].Trim(), Settings(text, open));
    }

    private static Dictionary<string, object?> Settings(string text, int open)
    {
        var settings = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        if (!text.TrimEnd().EndsWith(')'))
        {
            throw Unclear(text);
        }

        foreach (var pair in text.TrimEnd()[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } value] || !settings.TryAdd(name, value))
            {
                throw Unclear(text);
            }
        }

        return settings;
    }

    private static RecException Unclear(string text) => RecException.Configuration(
        "PartUnclear", $"'{text}' is not written as a name with settings.", "Write settings in brackets, such as ItemKnn(Neighbors=40, Shrinkage=5).", text);
}
