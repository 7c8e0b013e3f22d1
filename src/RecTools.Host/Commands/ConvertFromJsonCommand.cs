using System.Collections.Specialized;
using System.Management.Automation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace RecTools.Host.Commands;

/// <summary>Reads JSON into objects, through the library that pwsh uses.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly List<string> lines = [];

    /// <summary>The text; several strings are the lines of one text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    /// <summary>Ordered tables instead of objects.</summary>
    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    /// <summary>Writes an array as one object.</summary>
    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => lines.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // Each line may also be a text of its own, as in a log of JSON lines.
        if (lines.Count > 1 && TryParse(lines[0], out _))
            lines.ForEach(Convert);
        else if (lines.Count > 0)
            Convert(string.Join(Environment.NewLine, lines));
    }

    private static bool TryParse(string text, out JToken? token)
    {
        try
        {
            token = JToken.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            token = null;
            return false;
        }
    }

    private void Convert(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        try
        {
            WriteObject(Value(JToken.Parse(text)), enumerateCollection: !NoEnumerate);
        }
        catch (JsonException error)
        {
            ArgumentException invalid = new($"Conversion from JSON failed with error: {error.Message}", error);
            ThrowTerminatingError(new ErrorRecord(invalid, "JsonConversionFailed", ErrorCategory.InvalidData, text));
        }
    }

    private object? Value(JToken token) => token switch
    {
        JObject table when AsHashtable => Table(table),
        JObject table => Object(table),
        JArray array => array.Select(Value).ToArray(),
        JValue value => value.Value,
        _ => null,
    };

    private OrderedDictionary Table(JObject table)
    {
        OrderedDictionary result = new(StringComparer.Ordinal);
        foreach (JProperty property in table.Properties())
            result[property.Name] = Value(property.Value);
        return result;
    }

    private PSObject Object(JObject table)
    {
        PSObject result = new();
        foreach (JProperty property in table.Properties())
        {
            if (result.Properties[property.Name] is not null)
                throw new JsonException($"the keys of an object differ in case only: '{property.Name}'. Use -AsHashtable.");
            result.Properties.Add(new PSNoteProperty(property.Name, Value(property.Value)));
        }

        return result;
    }
}
