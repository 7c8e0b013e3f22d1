namespace RecTools.Help;

/// <summary>Cuts the arguments of a call in C# apart.</summary>
internal static class CallArguments
{
    /// <summary>The arguments as they are written.</summary>
    /// <param name="text">The source.</param>
    /// <param name="open">Where the call's bracket opens.</param>
    public static IReadOnlyList<string> Of(string text, int open)
    {
        var arguments = new List<string>();
        var depth = 0;
        var start = open + 1;
        for (var i = open; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = EndOfText(text, i);
                    break;
                case '\'':
                    i = text.IndexOf('\'', i + (text[i + 1] == '\\' ? 3 : 2));
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                default:
                    break;
            }

            if ((depth == 1 && text[i] == ',') || depth == 0)
            {
                arguments.Add(text[start..i].Trim());
                start = i + 1;
            }

            if (depth == 0)
            {
                break;
            }
        }

        return arguments;
    }

    // The quotes of expressions within an interpolated text come in pairs, so that they do no harm.
    private static int EndOfText(string text, int quote)
    {
        var i = quote + 1;
        while (text[i] != '"')
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return i;
    }
}
