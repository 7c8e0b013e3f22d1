using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The JSON schema of job files: what an editor completes and checks them by. Made from the settings and the options themselves.</summary>
public static class JobSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What an algorithm's options are, where one is named.
    private const string OptionKey = nameof(TrainingSettings.Option);

    /// <summary>Makes the schema.</summary>
    /// <param name="describe">One sentence for a setting by its name; null for none.</param>
    public static string Create(Func<string, string?> describe)
    {
        var settings = new JsonObject { ["$schema"] = new JsonObject { ["type"] = "string", ["description"] = "Where this schema is." } };
        foreach (var property in typeof(TrainingSettings).GetProperties())
        {
            var value = property.Name switch
            {
                nameof(TrainingSettings.Algorithm) => OneOf(AlgorithmCatalog.All.Select(algorithm => algorithm.Name)),
                OptionKey => new JsonObject { ["type"] = "object" },
                _ => TypeOf(property.PropertyType),
            };
            if (describe(property.Name) is { } text)
            {
                value["description"] = text;
            }

            settings[property.Name] = value;
        }

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Job file of RecTools",
            ["description"] = "The settings of Invoke-RecTraining -ConfigPath, under the names of its parameters. A parameter given beside the file beats it; paths are relative to the file's folder.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = settings,
            ["allOf"] = new JsonArray([.. AlgorithmCatalog.All.Select(OptionsOf)]),
        };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject OptionsOf(IAlgorithm algorithm)
    {
        var options = new JsonObject();
        foreach (var option in OptionInfo.Of(algorithm.OptionsType))
        {
            options[option.Name] = Describe(option);
            foreach (var alias in option.Option.Aliases.Where(alias => !options.ContainsKey(alias)))
            {
                options[alias] = new JsonObject { ["description"] = $"Another name of {option.Name}." };
            }
        }

        return new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { [nameof(TrainingSettings.Algorithm)] = new JsonObject { ["const"] = algorithm.Name } },
                ["required"] = new JsonArray(nameof(TrainingSettings.Algorithm)),
            },
            ["then"] = new JsonObject
            {
                ["properties"] = new JsonObject { [OptionKey] = new JsonObject { ["properties"] = options, ["additionalProperties"] = false } },
            },
        };
    }

    private static JsonObject Describe(OptionInfo option)
    {
        var type = option.Property.PropertyType;
        var value = TypeOf(type);
        var bounded = type.IsArray ? (JsonObject)value["items"]! : value;
        if (bounded["type"]?.ToString() is "integer" or "number")
        {
            Bound(bounded, option.Option);
        }

        if (type.IsArray)
        {
            // One alone needs no brackets.
            value = new JsonObject { ["anyOf"] = new JsonArray(value, bounded.DeepClone()) };
        }

        if (Nullable.GetUnderlyingType(type) is not null)
        {
            value = new JsonObject { ["anyOf"] = new JsonArray(value, new JsonObject { ["enum"] = new JsonArray(option.Option.WhenUnset, null) }) };
        }

        value["description"] = $"{option.Description} {option.DefaultSentence}";
        return value;
    }

    private static void Bound(JsonObject value, OptionAttribute option)
    {
        if (double.IsFinite(option.Minimum))
        {
            value[option.ExcludesMinimum ? "exclusiveMinimum" : "minimum"] = option.Minimum;
        }

        if (double.IsFinite(option.Maximum))
        {
            value["maximum"] = option.Maximum;
        }

        if (option.MultipleOf > 0)
        {
            value["multipleOf"] = option.MultipleOf;
        }
    }

    private static JsonObject TypeOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? OneOf(Enum.GetNames(plain))
            : plain.IsArray ? new JsonObject { ["type"] = "array", ["items"] = TypeOf(plain.GetElementType()!) }
            : plain == typeof(DateTime) ? new JsonObject { ["type"] = "string", ["description"] = "A date such as 2026-01-31." }
            : new JsonObject
            {
                ["type"] = plain == typeof(bool) ? "boolean"
                    : plain == typeof(int) || plain == typeof(long) ? "integer"
                    : plain == typeof(double) || plain == typeof(float) ? "number"
                    : "string",
            };
    }

    private static JsonObject OneOf(IEnumerable<string> names) => new() { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };
}
