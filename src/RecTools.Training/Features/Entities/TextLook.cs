using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Tells by its texts whether a column holds categories, lists of them, or free text.</summary>
internal static class TextLook
{
    // A list's parts come again and again, and are short; the words after a comma in a sentence do not and are not.
    private const double LeastLists = 0.2;
    private const double MostDifferentParts = 0.25;
    private const double MostDifferentTexts = 0.5;
    private const int MostWordsOfCategory = 4;

    /// <summary>How a column looks.</summary>
    public static TextFeatureKind Of(IEnumerable<string?> column)
    {
        string[] texts = [.. column.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!)];
        if (texts.Length == 0)
        {
            return TextFeatureKind.Category;
        }

        var separator = TextTerms.SeparatorOf(texts);
        string[] parts = [.. texts.SelectMany(text => TextTerms.Parts(text, separator))];
        var lists = texts.Count(text => text.Contains(separator, StringComparison.Ordinal));
        if (lists >= LeastLists * texts.Length && Different(parts) <= Math.Max(1, MostDifferentParts * parts.Length))
        {
            return TextFeatureKind.List;
        }

        return Different(texts) <= Math.Max(1, MostDifferentTexts * texts.Length) && texts.Average(text => TextTerms.Words(text).Count) <= MostWordsOfCategory
            ? TextFeatureKind.Category
            : TextFeatureKind.Words;
    }

    private static int Different(string[] texts) => texts.Distinct(StringComparer.Ordinal).Count();
}
