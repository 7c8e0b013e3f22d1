using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Help;

/// <summary>Brings the parts of an algorithm's page in docs/algorithms up to date that come from the source: its sentence, and its settings.</summary>
internal static class AlgorithmPage
{
    private const string Section = "Options";

    /// <summary>Where the page of an algorithm is.</summary>
    public static string PathOf(IAlgorithm algorithm) => $"docs/algorithms/{algorithm.Name}.md";

    /// <summary>The page with today's parts.</summary>
    public static string Update(string markdown, IAlgorithm algorithm)
    {
        var sections = PageSections.Split(markdown, 2);
        var intro = string.Join('\n', sections[0].Body.Split('\n').SkipWhile(line => line.StartsWith('#') || line.StartsWith('>') || line.Length == 0));
        var rest = sections.Skip(1).Select(section => $"## {section.Title}\n\n{section.Body}");
        return PageSections.Replace(string.Join("\n\n", rest.Prepend($"# {algorithm.Name}\n\n> {algorithm.Summary}\n\n{intro}")), Section, Options(algorithm));
    }

    private static string Options(IAlgorithm algorithm) => string.Join('\n',
    [
        "Given as `-Option @{ Name = value }`.", "", "| option | value | default | what it does |", "|---|---|---|---|",
        .. OptionInfo.Of(algorithm.OptionsType).Select(option =>
            $"| `{option.Name}` | {OptionText.Values(option)} | {OptionText.Default(option)} | {option.Description}{OptionText.Aliases(option)} |"),
    ]);
}
