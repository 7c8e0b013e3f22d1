namespace RecTools.PowerShell;

/// <summary>Verdicts of a comparison, coloured where colours are on.</summary>
public static class VerdictText
{
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";
    private const string Reset = "\u001b[0m";

    /// <summary>A verdict.</summary>
    /// <param name="verdict">In words.</param>
    /// <param name="colored">Whether colours are wanted; NO_COLOR in the environment forbids them in any case.</param>
    public static string Of(string verdict, bool colored)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var color = verdict switch
        {
            "best" or "no different from the best" => Green,
            "failed" => Red,
            _ when verdict.StartsWith("worse than", StringComparison.Ordinal) => Red,
            _ when verdict.StartsWith("no better", StringComparison.Ordinal) => Yellow,
            _ => "",
        };
        return !colored || color.Length == 0 || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? verdict : color + verdict + Reset;
    }
}
