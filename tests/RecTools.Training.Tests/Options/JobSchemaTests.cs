using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>The schema of job files that ships is the one that the settings and options give.</summary>
public partial class JobSchemaTests
{
    private const string WriteVariable = "RECTOOLS_WRITE_SCHEMA";

    [Fact]
    public void The_schema_that_ships_is_that_of_the_settings()
    {
        var path = Path.Combine(Root, "module", "schema", "job.schema.json");
        var made = JobSchema.Create(Describe);
        if (Environment.GetEnvironmentVariable(WriteVariable) is not null)
        {
            File.WriteAllText(path, made);
        }

        Assert.True(made == File.ReadAllText(path).ReplaceLineEndings("\n"), $"module/schema/job.schema.json is not of today: run this test once with the variable {WriteVariable} set.");
    }

    [Fact]
    public void Every_setting_is_in_it_with_a_description_and_every_option_of_every_algorithm()
    {
        var schema = JsonNode.Parse(JobSchema.Create(Describe))!;
        var properties = schema["properties"]!.AsObject();
        Assert.Equal(
            typeof(TrainingSettings).GetProperties().Select(property => property.Name).Prepend("$schema").Order(StringComparer.Ordinal),
            properties.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.All(properties, pair => Assert.NotEmpty((string)pair.Value!["description"]!));
        Assert.Equal(Enum.GetNames<SplitKind>(), properties["Split"]!["enum"]!.AsArray().Select(name => (string)name!));
        var options = schema["allOf"]!.AsArray().ToDictionary(
            rule => (string)rule!["if"]!["properties"]!["Algorithm"]!["const"]!, rule => rule!["then"]!["properties"]!["Option"]!["properties"]!.AsObject());
        Assert.Equal(AlgorithmCatalog.All.Select(algorithm => algorithm.Name), options.Keys);
        Assert.All(AlgorithmCatalog.All, algorithm => Assert.All(
            OptionInfo.Of(algorithm.OptionsType), option => Assert.Contains(option.Description, (string)options[algorithm.Name][option.Name]!["description"]!, StringComparison.Ordinal)));
        Assert.Equal(2, (int)options["Embedding"]["Width"]!["multipleOf"]!);
    }

    [Fact]
    public void The_example_is_a_job_file_that_can_run_and_names_the_schema()
    {
        var path = Path.Combine(Root, "examples", "nightly.job.json");
        var (algorithm, _) = RequestChecker.Check(JobFile.Read(path).ToRequest());
        Assert.Equal("ImplicitAls", algorithm.Name);
        Assert.True(File.Exists(Path.Combine(Root, "examples", (string)JsonNode.Parse(File.ReadAllText(path))!["$schema"]!)));
    }

    // The sentences stand where the settings are declared.
    private static string? Describe(string setting)
    {
        var document = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "RecTools.Contracts.xml"));
        var member = document.Descendants("member").SingleOrDefault(one => (string?)one.Attribute("name") == $"P:RecTools.TrainingSettings.{setting}");
        return member is null ? null : Blanks().Replace(member.Element("summary")!.Value, " ").Trim();
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "RecTools.sln")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
            }

            return folder.FullName;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
