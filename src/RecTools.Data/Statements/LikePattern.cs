using System.Text;

namespace RecTools.Data;

/// <summary>Turns the wildcards of a shell into those of LIKE.</summary>
internal static class LikePattern
{
    /// <summary>The pattern; null for null, which stands for everything. Its escape character is a backslash.</summary>
    public static string? Of(string? wildcards)
    {
        if (wildcards is null)
        {
            return null;
        }

        var pattern = new StringBuilder(wildcards.Length + 4);
        foreach (var c in wildcards)
        {
            pattern.Append(c switch
            {
                '*' => "%",
                '?' => "_",
                '%' or '_' or '[' or '\\' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return pattern.ToString();
    }
}
