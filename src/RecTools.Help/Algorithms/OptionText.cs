using RecTools.Training;

namespace RecTools.Help;

/// <summary>What the help says of a setting of an algorithm.</summary>
internal static class OptionText
{
    /// <summary>What it may be: its type, and its bounds where it has any.</summary>
    public static string Values(OptionInfo option) => option.RangeText == "any number" ? option.TypeText : $"{option.TypeText}, {option.RangeText}";

    /// <summary>What it is where it is not given.</summary>
    public static string Default(OptionInfo option) => option.Default is null && option.Option.InsteadOf is { } other ? $"see {other}" : option.DefaultText;

    /// <summary>Its other names as a sentence with a blank before it; empty without any.</summary>
    public static string Aliases(OptionInfo option) => option.Option.Aliases.Length == 0 ? "" : $" Also: {string.Join(", ", option.Option.Aliases)}.";
}
