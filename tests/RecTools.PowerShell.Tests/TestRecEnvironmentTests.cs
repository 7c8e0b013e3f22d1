namespace RecTools.Tests;

/// <summary>What the look at the environment finds, on a SQLite file.</summary>
public class TestRecEnvironmentTests
{
    [Fact]
    public void All_is_well_where_all_is_there()
    {
        using var session = Shop();
        var found = Look(session, $"$job -OutputFile '{session.Folder}/job.log'");
        Assert.Equal(
            ["PowerShell", "Module", "SqlClient", "SQLite", "Drawing", "Database", "Schema", "Permissions", "Free space", "Job file", "Source", "Output folder"],
            found.Select(check => check.Check));
        Assert.All(found, check => Assert.True(check.Status != CheckStatus.Failed, check.ToString()));
        Assert.All(found, check => Assert.Equal(check.Status == CheckStatus.Ok, check.Action.Length == 0));
        Assert.Empty(Directory.GetFiles(session.Folder, ".rectools-*"));
    }

    [Theory]
    [InlineData("""{ "Algorithm": "Bias", "ModelName": "M", "Table": "Ratings" }""", "Source", "Did you mean 'Rating'?")]
    [InlineData("""{ "Algorithm": "Bias", "ModelName": "M", "Query": "SELECT Nonsense FROM Rating" }""", "Source", "no such column: Nonsense")]
    [InlineData("""{ "Algorithm": "Bias", "ModelName": "M", "Path": "nowhere.csv" }""", "Source", "nowhere.csv")]
    [InlineData("""{ "Algorithm": "Bias", "ModelName": "M", "Query": "SELECT * FROM Rating WHERE Rating > @Low AND Rating < @High", "QueryParameter": { "Low": 2 } }""", "Source", "@High")]
    [InlineData("""{ "Algorithm": "Bias", "ModelName": "M", "Table": "Rating", "Option": { "Dampin": 3 } }""", "Job file", "Dampin")]
    [InlineData("""{ "Algorithm": "Bias", "ModelName": "M", "Tabel": "Rating" }""", "Job file", "Did you mean 'Table'?")]
    [InlineData("""{ "Algorithm": "KMeans", "ModelName": "M", "Table": "OrderLine", "OrderFeature": ["Recency"], "PlotPath": "no/where/a.png" }""", "Plot folder", "no folder")]
    [InlineData("not JSON", "Job file", "cannot be read")]
    public void A_job_that_would_fail_is_found_and_nothing_is_thrown(string job, string check, string words)
    {
        using var session = Shop();
        File.WriteAllText(Path.Combine(session.Folder, "job.json"), job);
        var failed = Assert.Single(Look(session, "$job"), found => found.Status == CheckStatus.Failed);
        Assert.Equal(check, failed.Check);
        Assert.Contains(words, $"{failed.Detail} {failed.Action}", StringComparison.Ordinal);
        Assert.NotEmpty(failed.Action);
        Assert.Empty(session.Run("Get-RecRun"));
    }

    [Fact]
    public void A_proxy_and_a_folder_that_are_not_there_are_found()
    {
        using var session = Shop();
        var failed = Look(session, $"-ProxyName P -OutputFile '{session.Folder}/none/job.log'").Where(found => found.Status == CheckStatus.Failed).Select(found => found.Check);
        Assert.Equal(["Proxy", "Output folder"], failed);
    }

    [Fact]
    public void A_database_that_went_away_is_one_finding_and_the_rest_is_looked_at_all_the_same()
    {
        using var session = Shop();
        session.Run("Disconnect-RecDatabase");
        Assert.Equal(CheckStatus.Warning, Look(session, "$job").Single(found => found.Check == "Database").Status);
        session.Run($"$gone = [RecTools.RecConnection]::new('Sqlite', '/nowhere/x.db', 'x.db', 'Data Source=/nowhere/x.db')");
        var found = Look(session, "$job -Connection $gone");
        Assert.Equal(CheckStatus.Failed, found.Single(check => check.Check == "Database").Status);
        Assert.Equal(CheckStatus.Warning, found.Single(check => check.Check == "Source").Status);
    }

    [Fact]
    public void A_file_that_the_account_of_a_job_cannot_read_is_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "is about the permissions of Unix");
        using var session = Shop();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(session.Folder, "job.json"), UnixFileMode.UserRead);
        }

        var job = Look(session, "$job").Single(found => found.Check == "Job file");
        Assert.Equal(CheckStatus.Warning, job.Status);
        Assert.Contains("cannot", job.Detail, StringComparison.Ordinal);
    }

    private static List<EnvironmentCheck> Look(Session session, string arguments) =>
        [.. session.Run($"Test-RecEnvironment {arguments}").Select(item => (EnvironmentCheck)item.BaseObject)];

    private static Session Shop()
    {
        var session = new Session();
        File.WriteAllText(Path.Combine(session.Folder, "job.json"), """{ "Algorithm": "Bias", "ModelName": "M", "Table": "Rating" }""");
        session.Run($"""
            $null = Connect-RecDatabase -Path '{session.Database}'
            $null = New-RecSampleData -Customers 120 -Products 60
            $job = '{session.Folder}/job.json'
            """);
        return session;
    }
}
