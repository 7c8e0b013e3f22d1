using System.Text;

namespace RecTools.Training;

/// <summary>Writes text as PowerShell has it in single quotes.</summary>
internal static class PowerShellText
{
    /// <summary>A text in quotes: nothing in it is looked at.</summary>
    public static string Quote(string text) => $"'{Doubled(text)}'";

    /// <summary>
    /// The same for a command line that others read before PowerShell does: a double quote would end their argument, percent signs may stand for a variable
    /// of cmd.exe, and <c>$(</c> begins a token of SQL Server Agent. These characters are named by number.
    /// </summary>
    public static string QuoteForCommandLine(string text)
    {
        if (!text.AsSpan().ContainsAny("\"%") && !text.Contains("$(", StringComparison.Ordinal))
        {
            return Quote(text);
        }

        var parts = new List<string>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('"' or '%') && !text.AsSpan(i).StartsWith("$("))
            {
                plain.Append(text[i]);
                continue;
            }

            if (plain.Length > 0 || parts.Count == 0)
            {
                parts.Add(Quote(plain.ToString()));
                plain.Clear();
            }

            parts.Add($"[char]{(int)text[i]}");
        }

        if (plain.Length > 0)
        {
            parts.Add(Quote(plain.ToString()));
        }

        return $"({string.Join('+', parts)})";
    }

    // PowerShell takes typographic quotes for plain ones.
    private static string Doubled(string text)
    {
        var doubled = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            doubled.Append(c);
            if (c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B')
            {
                doubled.Append(c);
            }
        }

        return doubled.ToString();
    }
}
