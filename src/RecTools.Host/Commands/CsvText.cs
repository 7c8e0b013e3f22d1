using System.Text;

namespace RecTools.Host.Commands;

/// <summary>Rows of delimited text with quoted fields, as RFC 4180 has them.</summary>
internal static class CsvText
{
    /// <summary>One row; null fields stay empty and all others are quoted, which is what pwsh writes.</summary>
    public static string Row(IEnumerable<string?> fields, char delimiter) =>
        string.Join(delimiter, fields.Select(field => field is null ? "" : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>Reads the fields of the next row, which may span several lines; null at the end. Empty lines are passed over.</summary>
    public static IReadOnlyList<string>? ReadRow(TextReader reader, char delimiter)
    {
        while (reader.Peek() is '\r' or '\n')
            reader.Read();
        if (reader.Peek() < 0)
            return null;

        List<string> fields = [];
        while (true)
        {
            fields.Add(ReadField(reader, delimiter));
            int end = reader.Read();
            if (end == delimiter)
                continue;
            if (end == '\r' && reader.Peek() == '\n')
                reader.Read();
            return fields;
        }
    }

    /// <summary>Stops before the delimiter or the line's end.</summary>
    private static string ReadField(TextReader reader, char delimiter)
    {
        StringBuilder field = new();
        bool quoted = false;
        for (int c = reader.Peek(); c >= 0; c = reader.Peek())
        {
            if (!quoted && (c == delimiter || c is '\r' or '\n'))
                break;
            reader.Read();
            if (c != '"')
                field.Append((char)c);
            else if (!quoted && field.Length == 0)
                quoted = true;
            else if (quoted && reader.Peek() == '"')
                field.Append((char)reader.Read());
            else if (quoted)
                quoted = false;
            else
                field.Append('"');
        }

        return field.ToString();
    }
}
