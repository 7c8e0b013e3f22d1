using System.Text;

namespace RecTools.Data;

/// <summary>Takes names of tables apart as people write them: <c>dbo.Rating</c>, <c>[my schema].[my table]</c>, <c>"a.b"</c>.</summary>
internal static class ObjectName
{
    /// <summary>The parts, without quotes.</summary>
    /// <exception cref="RecException"><c>TableNameInvalid</c>.</exception>
    public static IReadOnlyList<string> Split(string name)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (part.Length == 0 && CloserOf(name[i]) is { } closer)
            {
                i = Quoted(name, i + 1, closer, part);
            }
            else if (name[i] == '.')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(name[i]);
            }
        }

        parts.Add(part.ToString());
        return parts.Count <= 4 && parts.TrueForAll(p => p.Length is > 0 and <= 128 && !p.Contains('\0')) ? parts : throw Invalid(name);
    }

    /// <summary>Whether a name needs no quotes.</summary>
    public static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static int Quoted(string name, int from, char closer, StringBuilder part)
    {
        for (var i = from; i < name.Length; i++)
        {
            if (name[i] != closer)
            {
                part.Append(name[i]);
            }
            else if (i + 1 < name.Length && name[i + 1] == closer)
            {
                part.Append(closer);
                i++;
            }
            else
            {
                return i + 1 == name.Length || name[i + 1] == '.' ? i : throw Invalid(name);
            }
        }

        throw Invalid(name);
    }

    private static char? CloserOf(char opener) => opener switch
    {
        '[' => ']',
        '"' => '"',
        '`' => '`',
        _ => null,
    };

    private static RecException Invalid(string name) => RecException.Configuration(
        "TableNameInvalid", $"'{name}' is not the name of a table.", "Write it as Table, schema.Table or [my schema].[my table].", name);
}
