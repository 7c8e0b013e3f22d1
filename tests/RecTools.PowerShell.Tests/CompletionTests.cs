using System.Diagnostics;
using System.Management.Automation;

namespace RecTools.Tests;

/// <summary>What the Tab key offers.</summary>
[Collection(nameof(Alone))]
public class CompletionTests
{
    [Fact]
    public void Tables_and_columns_of_the_connection_are_completed()
    {
        using var session = Session.WithModel();
        Assert.Equal(["Rating"], Complete(session, "Invoke-RecTraining Als Shop -Table Rat"));
        Assert.Equal("Customer", Complete(session, "Find-RecCluster -Table ")[0]);
        Assert.Equal(["CustomerId", "ProductId", "Rating", "RatedAt"], Complete(session, "Invoke-RecTraining -Table Rating -UserColumn "));
        Assert.Contains("BirthYear", Complete(session, "Find-RecCluster Customer -Feature B"));
        Assert.Equal(["Price"], Complete(session, "Invoke-RecTraining -Table Rating -ItemTable Product -ItemFeature Pr").Where(name => name != "ProductId"));
        Assert.Empty(Complete(session, "Invoke-RecTraining -Table Nothing -UserColumn "));
    }

    [Fact]
    public void Job_files_are_completed_and_other_files_are_not()
    {
        using var session = new Session();
        File.WriteAllText(Path.Combine(session.Folder, "nightly.job.json"), "{}");
        File.WriteAllText(Path.Combine(session.Folder, "nightly.txt"), "");
        var offered = Complete(session, $"Invoke-RecTraining -ConfigPath {session.Folder}/ni");
        Assert.EndsWith("nightly.job.json", Assert.Single(offered), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_or_with_one_that_is_away_nothing_is_offered_and_soon()
    {
        using var session = new Session();
        session.Run("Disconnect-RecDatabase");
        Assert.Empty(Complete(session, "Get-RecModel "));
        var clock = Stopwatch.StartNew();
        Assert.DoesNotContain("Rating", Complete(session, "Invoke-RecTraining -Table "));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Every_parameter_that_names_a_table_a_column_a_model_an_algorithm_or_a_job_file_is_completed()
    {
        using var session = new Session();
        foreach (var command in session.Run("Get-Command -Module RecTools").Select(command => (CmdletInfo)command.BaseObject))
        {
            foreach (var parameter in command.Parameters.Values.Where(parameter => parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(string[])))
            {
                var wanted = Wanted(command.Name, parameter.Name);
                Assert.True(
                    wanted is null || parameter.Attributes.OfType<ArgumentCompleterAttribute>().Any(attribute => attribute.Type?.Name.EndsWith(wanted, StringComparison.Ordinal) == true),
                    $"{command.Name} -{parameter.Name} has no {wanted}.");
            }
        }
    }

    private static string? Wanted(string command, string parameter) => parameter switch
    {
        _ when parameter.EndsWith("Table", StringComparison.Ordinal) => "TableCompleter",
        _ when parameter.EndsWith("Column", StringComparison.Ordinal) => "ColumnCompleter",
        "ConfigPath" => "ConfigFileCompleter",
        "Algorithm" => command is "Compare-RecModel" or "Measure-RecModel" ? "RecommenderCompleter" : "AlgorithmCompleter",
        "ModelName" or "ClusterModel" when command is not ("Invoke-RecTraining" or "New-RecTrainingConfig" or "Optimize-RecModel") => "ModelNameCompleter",
        _ => null,
    };

    private static string[] Complete(Session session, string line) =>
        [.. session.Run($"$line = '{line.Replace("'", "''", StringComparison.Ordinal)}'; (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.ForEach({{ $_.CompletionText }})").Select(match => match.ToString()!)];
}
