namespace RecTools.Training;

/// <summary>What a model may be called: its name becomes part of table names that people type.</summary>
public static class ModelNameRule
{
    /// <summary>Longest name; with the longest result name and a run number it must fit SQL Server's 128 characters.</summary>
    public const int MaximumLength = 64;

    /// <summary>Checks a name.</summary>
    /// <returns>The name.</returns>
    /// <exception cref="RecException"><c>ModelNameInvalid</c>.</exception>
    public static string Check(string name)
    {
        var problem = string.IsNullOrWhiteSpace(name) ? "is empty"
            : name.Length > MaximumLength ? $"has {name.Length} characters; {MaximumLength} is the most"
            : name.Any(c => !IsAllowed(c)) ? $"holds the character {Show(name.First(c => !IsAllowed(c)))}"
            : !char.IsLetterOrDigit(name[0]) ? "does not begin with a letter or digit"
            : name[^1] is ' ' or '.' ? "ends with a blank or dot"
            : null;
        return problem is null
            ? name
            : throw RecException.Configuration(
                "ModelNameInvalid",
                $"The model name '{name}' {problem}.",
                "The name becomes part of table names: use letters, digits, blanks and _ - . only, beginning with a letter or digit.",
                name);
    }

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.';

    private static string Show(char c) => char.IsControl(c) ? $"U+{(int)c:X4}" : $"'{c}'";
}
