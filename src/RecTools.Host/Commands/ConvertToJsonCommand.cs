using System.Management.Automation;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace RecTools.Host.Commands;

/// <summary>Writes objects as JSON, through the library that pwsh uses.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
[OutputType(typeof(string))]
public sealed class ConvertToJsonCommand : PSCmdlet
{
    private readonly List<object?> items = [];

    /// <summary>The objects; several become an array.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>How many levels of objects inside objects to write; what is deeper becomes text.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    /// <summary>No line breaks and blanks.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <summary>An array even of one object.</summary>
    [Parameter]
    public SwitchParameter AsArray { get; set; }

    /// <summary>Names instead of numbers.</summary>
    [Parameter]
    public SwitchParameter EnumsAsStrings { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => items.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (items.Count == 0)
            return;
        JsonValues values = new(Depth);
        object? content = values.Of(items.Count > 1 || AsArray ? items : items[0]);
        if (values.Truncated)
            WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
        JsonSerializerSettings settings = new() { Formatting = Compress ? Formatting.None : Formatting.Indented };
        settings.Converters.Add(new SwitchConverter());
        if (EnumsAsStrings)
            settings.Converters.Add(new StringEnumConverter());
        WriteObject(JsonConvert.SerializeObject(content, settings));
    }

    /// <summary>Switches look as pwsh writes them.</summary>
    private sealed class SwitchConverter : JsonConverter<SwitchParameter>
    {
        public override void WriteJson(JsonWriter writer, SwitchParameter value, JsonSerializer serializer)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("IsPresent");
            writer.WriteValue(value.IsPresent);
            writer.WriteEndObject();
        }

        public override SwitchParameter ReadJson(
            JsonReader reader, Type objectType, SwitchParameter existingValue, bool hasExistingValue, JsonSerializer serializer) =>
            throw new NotSupportedException();
    }
}
