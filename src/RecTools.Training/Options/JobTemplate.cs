using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A job file to begin with: the settings given, and every other one as a comment with what it means and its default.</summary>
public static class JobTemplate
{
    private const string Indent = "  ";

    // What most jobs say comes first, and is there even where it was not given.
    private static readonly string[] First = [nameof(TrainingSettings.Algorithm), nameof(TrainingSettings.ModelName), nameof(TrainingSettings.Table)];

    /// <summary>Makes the text of a file.</summary>
    /// <param name="settings">Settings that were given.</param>
    /// <param name="schemaPath">The schema of job files, for editors and for what the settings mean.</param>
    /// <exception cref="RecException"><c>AlgorithmUnknown</c>, and what is wrong with the options.</exception>
    public static string Create(TrainingSettings settings, string schemaPath)
    {
        var algorithm = RequestChecker.FindAlgorithm(settings.Algorithm ?? "");
        OptionBinder.Bind(algorithm, settings.Option ?? new Dictionary<string, object?>());
        var meanings = JsonNode.Parse(File.ReadAllText(schemaPath))!["properties"]!;
        var text = new StringBuilder("{\n");
        text.Append(CultureInfo.InvariantCulture, $"{Indent}\"$schema\": {Json(new Uri(schemaPath).AbsoluteUri)},\n\n");
        text.Append(Setting(nameof(TrainingSettings.Algorithm), algorithm.Name, meanings));
        text.Append(Setting(nameof(TrainingSettings.ModelName), settings.ModelName ?? "MyModel", meanings));
        if ((settings.Query ?? settings.Path) is null)
        {
            text.Append(Setting(nameof(TrainingSettings.Table), settings.Table ?? "MyTable", meanings));
        }

        var others = typeof(TrainingSettings).GetProperties()
            .Where(property => !First.Contains(property.Name) && property.Name is not nameof(TrainingSettings.Option))
            .Select(property => (property.Name, Type: property.PropertyType, Given: property.GetValue(settings))).ToList();
        foreach (var given in others.Where(one => one.Given is not null))
        {
            text.Append(Setting(given.Name, given.Given!, meanings));
        }

        text.Append(Options(algorithm, settings.Option, meanings)).Append('\n');
        text.Append(Indent).Append("// All other settings. Take the slashes in front of those away that you need.\n\n");
        foreach (var other in others.Where(one => one.Given is null))
        {
            text.Append(Comment(Meaning(other.Name, meanings), Indent)).Append(CultureInfo.InvariantCulture, $"{Indent}// \"{other.Name}\": {Json(SettingDefaults.Of(other.Name, other.Type))},\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Setting(string name, object value, JsonNode meanings) => $"{Comment(Meaning(name, meanings), Indent)}{Indent}\"{name}\": {Json(value)},\n";

    private static string Options(IAlgorithm algorithm, IReadOnlyDictionary<string, object?>? given, JsonNode meanings)
    {
        const string Inner = Indent + Indent;
        var text = new StringBuilder($"{Comment(Meaning(nameof(TrainingSettings.Option), meanings), Indent)}{Indent}\"{nameof(TrainingSettings.Option)}\": {{\n");
        foreach (var (name, value) in given ?? new Dictionary<string, object?>())
        {
            text.Append(CultureInfo.InvariantCulture, $"{Inner}\"{name}\": {Json(value)},\n");
        }

        foreach (var option in OptionInfo.Of(algorithm.OptionsType).Where(option => given?.Keys.Contains(option.Name, StringComparer.OrdinalIgnoreCase) != true))
        {
            text.Append(Comment($"{option.Description} ({option.TypeText}, {option.RangeText})", Inner)).Append(CultureInfo.InvariantCulture, $"{Inner}// \"{option.Name}\": {Json(option.Default)},\n");
        }

        return text.Append(Indent).Append("},\n").ToString();
    }

    private static string Meaning(string name, JsonNode meanings) => (string?)meanings[name]?["description"] ?? "";

    private static string Comment(string text, string indent) => text.Length == 0 ? "" : $"{indent}// {text}\n";

    private static string Json(object? value) => JsonSerializer.Serialize(value, JobFile.Json);
}
