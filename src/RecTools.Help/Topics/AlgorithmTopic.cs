using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Help;

/// <summary>All algorithms with their settings, as they stand in the catalog.</summary>
internal static class AlgorithmTopic
{
    /// <summary>A section for each.</summary>
    public static string Markdown() => string.Join('\n', AlgorithmCatalog.All.Select(algorithm => string.Join('\n',
    [
        $"## {algorithm.Name}", "", algorithm.Summary, "", "| option | | |", "|---|---|---|",
        .. OptionInfo.Of(algorithm.OptionsType).Select(option =>
            $"| {option.Name} | {option.Description}{OptionText.Aliases(option)} | {Sentence(OptionText.Values(option))} {option.DefaultSentence} |"),
        "",
    ])));

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
