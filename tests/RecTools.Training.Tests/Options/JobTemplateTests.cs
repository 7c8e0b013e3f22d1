using System.Text.RegularExpressions;
using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Job files to begin with can be read, as they are and with everything in them switched on.</summary>
public partial class JobTemplateTests
{
    public static TheoryData<string> Algorithms => [.. AlgorithmCatalog.All.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void It_is_a_job_file_with_what_was_given(string algorithm)
    {
        var settings = Read(JobTemplate.Create(new TrainingSettings { Algorithm = algorithm, ModelName = "Mine", Table = "dbo.Rating", Top = 5 }, SchemaPath));
        Assert.Equal((algorithm, "Mine", "dbo.Rating", 5), (settings.Algorithm, settings.ModelName, settings.Table, settings.Top));
        Assert.Null(settings.Seed);
        Assert.Empty(settings.Option!);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Every_comment_becomes_a_setting_of_the_right_kind_with_its_default(string algorithm)
    {
        var text = JobTemplate.Create(new TrainingSettings { Algorithm = algorithm }, SchemaPath);
        var settings = Read(SwitchedOff().Replace(text, "$1\""));
        Assert.All(typeof(TrainingSettings).GetProperties(), property => Assert.NotNull(property.GetValue(settings)));
        Assert.Equal((10, 0.2, new SplitRequest().Kind, 3), (settings.Top, settings.Holdout, settings.Split, settings.KeepVersions));
        Assert.Equal(
            OptionInfo.Of(AlgorithmCatalog.Find(algorithm)!.OptionsType).Select(option => option.Name).Order(StringComparer.Ordinal), settings.Option!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_that_were_given_are_there_and_wrong_ones_are_refused()
    {
        var options = new Dictionary<string, object?> { ["factors"] = 12 };
        var settings = Read(JobTemplate.Create(new TrainingSettings { Algorithm = "Als", Option = options }, SchemaPath));
        Assert.Equal(12.0, settings.Option!["factors"]);
        Assert.Equal("OptionUnknown", Assert.Throws<RecException>(() => JobTemplate.Create(
            new TrainingSettings { Algorithm = "Als", Option = new Dictionary<string, object?> { ["Factor"] = 1 } }, SchemaPath)).ErrorId);
        Assert.Equal("AlgorithmUnknown", Assert.Throws<RecException>(() => JobTemplate.Create(new TrainingSettings { Algorithm = "Asl" }, SchemaPath)).ErrorId);
    }

    private static TrainingSettings Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return JobFile.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string SchemaPath
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "RecTools.sln")))
            {
                folder = folder.Parent!;
            }

            return Path.Combine(folder.FullName, "module", "schema", "job.schema.json");
        }
    }

    [GeneratedRegex(@"^( +)// """, RegexOptions.Multiline)]
    private static partial Regex SwitchedOff();
}
