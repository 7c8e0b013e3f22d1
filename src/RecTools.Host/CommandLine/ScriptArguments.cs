using System.Management.Automation.Runspaces;

namespace RecTools.Host.CommandLine;

/// <summary>
/// Turns the words after a script's path into parameters, the way <c>pwsh -File</c> does: <c>-Name value</c>, <c>-Name:value</c>, <c>-Switch</c>,
/// and everything else by position. Whether a name takes a value is the script's to say, so a value after a name is handed over as a word of its own
/// and the engine's binder joins the two.
/// </summary>
internal static class ScriptArguments
{
    /// <summary>Adds the words to the script's command.</summary>
    public static void AddTo(Command script, IReadOnlyList<string> words)
    {
        foreach (string word in words)
        {
            if (!IsParameterName(word))
            {
                script.Parameters.Add(null, word);
                continue;
            }

            int colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                script.Parameters.Add(word, null);
            else if (colon == word.Length - 1)
                script.Parameters.Add(word[..colon], null);
            else
                script.Parameters.Add(word[..colon], Value(word[(colon + 1)..]));
        }
    }

    /// <summary>A dash and a letter begin a name; a negative number, or a dash alone, is a value.</summary>
    private static bool IsParameterName(string word) => word.Length > 1 && word[0] == '-' && (char.IsLetter(word[1]) || word[1] is '_' or '?');

    /// <summary>Only the two truth values are more than text: a switch can then be turned off by <c>-Switch:$false</c>.</summary>
    private static object Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        _ => text,
    };
}
