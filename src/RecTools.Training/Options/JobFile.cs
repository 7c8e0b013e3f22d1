using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RecTools.Training;

/// <summary>Reads a job file: the settings of a run as JSON, under the names of the parameters.</summary>
public static class JobFile
{
    private const string SchemaKey = "$schema";

    /// <summary>How settings are written in JSON.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(), new PlainValueConverter() },
    };

    /// <summary>Reads a file. Paths in it are relative to its folder.</summary>
    /// <exception cref="RecException"><c>ConfigNotFound</c>, <c>ConfigUnreadable</c>, <c>ConfigKeyUnknown</c> or <c>ConfigValue</c>.</exception>
    public static TrainingSettings Read(string path)
    {
        var root = Parse(path);
        var names = typeof(TrainingSettings).GetProperties().Select(property => property.Name).ToArray();
        foreach (var (key, _) in root)
        {
            if (key != SchemaKey && !names.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                var nearest = NearestName.Best(key, names);
                throw RecException.Configuration(
                    "ConfigKeyUnknown",
                    $"The job file '{path}' has the key '{key}', which is no setting." + (nearest is null ? "" : $" Did you mean '{nearest}'?"),
                    $"The settings are: {string.Join(", ", names)}.",
                    key);
            }
        }

        root.Remove(SchemaKey);
        try
        {
            var settings = root.Deserialize<TrainingSettings>(Json)!;
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return settings with { Path = Rooted(folder, settings.Path), TestPath = Rooted(folder, settings.TestPath), HierarchyPath = Rooted(folder, settings.HierarchyPath), PlotPath = Rooted(folder, settings.PlotPath), ItemPath = Rooted(folder, settings.ItemPath), UserPath = Rooted(folder, settings.UserPath) };
        }
        catch (JsonException error)
        {
            throw RecException.Configuration(
                "ConfigValue", $"The job file '{path}' has a value of the wrong kind at {error.Path}.", "Give numbers as numbers, text in quotes, lists in brackets and Option as an object.", path);
        }
    }

    private static JsonObject Parse(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var documentOptions = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            return JsonNode.Parse(stream, null, documentOptions) as JsonObject ?? throw new JsonException("It is not an object.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw RecException.Configuration("ConfigNotFound", $"There is no job file '{path}'.", "Check -ConfigPath.", path);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw RecException.Configuration("ConfigUnreadable", $"The job file '{path}' cannot be read: {error.Message}", "Correct the JSON, or the file's permissions.", path);
        }
    }

    private static string? Rooted(string folder, string? path) => path is null ? null : Path.GetFullPath(path, folder);

    // Settings of an algorithm become plain numbers, text and lists, as they come from PowerShell too.
    private sealed class PlainValueConverter : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : reader.GetDouble(),
            JsonTokenType.StartArray => JsonSerializer.Deserialize<object?[]>(ref reader, options),
            _ => throw new JsonException("A setting is a number, text, true, false or a list of them."),
        };

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
