namespace RecTools.Tests;

/// <summary>Measuring and comparing as people do it, in the real engine.</summary>
public class MeasureRecModelTests
{
    [Fact]
    public void Stored_models_come_by_the_pipeline()
    {
        using var session = Session.WithModel();
        session.Run("$null = Invoke-RecTraining Popularity Plain -Table Rating; $null = Invoke-RecTraining KMeans Groups -Table Customer -Feature BirthYear -Option @{ ClusterCount = 2 }");
        var measured = session.Run("'Shop', 'Plain' | ForEach-Object { Get-RecModel $_ } | Measure-RecModel -Split Time")
            .Select(item => (ModelMeasurement)item.BaseObject).ToList();
        Assert.Equal([("Shop", 1L), ("Plain", 2L)], measured.Select(one => (one.Name, one.RunId!.Value)));
        Assert.All(measured, one => Assert.Equal(SplitKind.Time, one.Split.Kind));
        Assert.Equal(8, measured[0].Options["Factors"]);

        // One that cannot be measured is an error of its own.
        var error = session.Fail("Get-RecModel Groups | Measure-RecModel");
        Assert.Equal("NotARecommender,RecTools.PowerShell.MeasureRecModel", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void A_planted_leak_is_warned_of()
    {
        using var session = Session.WithModel();
        const string Past = "SELECT * FROM Rating WHERE RatedAt < '2025-07-01'";
        const string Planted = Past + " UNION ALL SELECT * FROM (SELECT CustomerId, 61, 5, '2026-01-01' FROM Rating WHERE RatedAt >= '2025-07-01' LIMIT 1)";
        static string Measure(string query) => $"Measure-RecModel -Algorithm Popularity -Query \"{query}\" -TestQuery \"SELECT * FROM Rating WHERE RatedAt >= '2025-07-01'\"";
        var clean = (ModelMeasurement)Assert.Single(session.Run(Measure(Past))).BaseObject;
        Assert.Null(clean.Leak);
        Assert.Empty(session.Streams.Warning);
        var leak = ((ModelMeasurement)Assert.Single(session.Run(Measure(Planted))).BaseObject).Leak!;
        Assert.Equal(1, leak.LeakedUsers);
        Assert.Contains("they tell the model the future", Assert.Single(session.Streams.Warning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_takes_stored_models_algorithms_and_their_settings()
    {
        using var session = Session.WithModel();
        var entries = session.Run("Get-RecModel Shop | Compare-RecModel -Algorithm ItemKnn, Ease -Option @{ Ease = @{ Regularization = 50 } } -Split Time")
            .Select(item => (LeaderboardEntry)item.BaseObject).ToList();
        Assert.Equal(["Bias", "Ease", "ItemKnn", "Popularity", "Shop"], entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3, 4, 5], entries.Select(entry => entry.Rank));
        Assert.Equal(50.0, entries.Single(entry => entry.Name == "Ease").Measurement!.Options["Regularization"]);
        Assert.All(entries, entry => Assert.Equal("the rows of the model 'Shop'", entry.Comparison!.Data.Source));
    }

    [Fact]
    public void Views_have_aligned_numbers_units_and_no_colours_where_nobody_looks()
    {
        using var session = Session.WithModel();
        var text = session.Printed("""
            $measured = Measure-RecModel -Algorithm Als -Table Rating -WarningAction SilentlyContinue
            $measured | Out-Host
            foreach ($part in 'Segments', 'Leak', 'Data', 'Calibration', 'LongTail') { $measured.$part | Out-Host }
            $board = Compare-RecModel Als -Table Rating -Split Time -WarningAction SilentlyContinue
            $board | Out-Host
            $board[0].Comparison | Out-Host
            """);
        Assert.Contains("RandomUser, 20 % held back", text, StringComparison.Ordinal);
        Assert.Matches(@"Metrics +: RMSE +\d\.\d{4}  \(\d\.\d{4} to \d\.\d{4}\)", text);
        Assert.Matches(@"Segments +: History +\d+ to \d+ rows +\d+ users? +nDCG@10 +\d\.\d{4}", text);
        Assert.Matches(@"Split by time +: RMSE +\d\.\d{4}", text);
        Assert.Matches(@"Memory +: .* to fit \(sampled\)", text);
        Assert.Matches(@"\nHistory +\d+ to \d+ rows +\d+ RMSE", text);
        string[] shown = ["Leaked rows", "table Rating", "Predicted", "Of lists", "Ranked by: nDCG@10, Time, 20 % held back", " 1 Als ", ": 1 Als: ", "Popularity"];
        Assert.All(shown, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', text);
    }

    [Theory]
    [InlineData("Measure-RecModel", "ModelUnclear")]
    [InlineData("Measure-RecModel Shop -Algorithm Als -Table Rating", "ModelUnclear")]
    [InlineData("Measure-RecModel Shop -Option @{ Factors = 3 }", "OptionsOfModel")]
    [InlineData("Measure-RecModel Nobody", "ModelNotFound")]
    [InlineData("Measure-RecModel -Algorithm Als", "SourceUnclear")]
    [InlineData("Measure-RecModel -Algorithm Als -Table Rating -Split None", "SplitNeeded")]
    [InlineData("Measure-RecModel -Algorithm Als -Table Rating -K 0", "KOutOfRange")]
    [InlineData("Measure-RecModel -Algorithm Als -Table Rating -SegmentBy Cluster", "ClusterModelNeeded")]
    [InlineData("Measure-RecModel -Algorithm Als -Table Rating -SegmentColumn Town -UserTable Customer", "ColumnNotFound")]
    [InlineData("Measure-RecModel -Algorithm Als -Table Rating -UserTable Customer", "UserFeaturesUnused")]
    [InlineData("Compare-RecModel Als -Table Rating -Metric Novelty", "MetricUnknown")]
    [InlineData("Compare-RecModel Als -Table Rating -Option @{ Als = 3 }", "OptionTableNeeded")]
    [InlineData("Compare-RecModel Als -Table Rating -Option @{ Ease = @{} }", "OptionForNobody")]
    [InlineData("Compare-RecModel Als -Table Rating -Option @{ Als = @{ Fuctors = 3 } }", "OptionUnknown")]
    [InlineData("Compare-RecModel Als", "SourceUnclear")]
    public void Mistakes_have_stable_ids(string script, string errorId)
    {
        using var session = Session.WithModel();
        var error = session.Fail(script);
        Assert.StartsWith($"{errorId},RecTools.PowerShell.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Figures_and_algorithms_are_completed()
    {
        using var session = Session.WithModel();
        string[] Complete(string line) =>
            [.. session.Run($"(TabExpansion2 -inputScript '{line}' -cursorColumn {line.Length}).CompletionMatches.ForEach({{ $_.CompletionText }})").Select(match => match.ToString())];
        Assert.Contains("RMSE", Complete("Compare-RecModel -Metric R"));
        Assert.DoesNotContain("KMeans", Complete("Measure-RecModel -Algorithm K"));
        Assert.Contains("Shop", Complete("Measure-RecModel -ModelName S"));
    }

    [Theory]
    [InlineData("[RecTools.PowerShell.ConsoleBar]::Of(1, 4, $true)", "\u2588\u2588\u2588\u2588")]
    [InlineData("[RecTools.PowerShell.ConsoleBar]::Of(0.53125, 4, $true)", "\u2588\u2588\u258F")]
    [InlineData("[RecTools.PowerShell.ConsoleBar]::Of(0.46875, 4, $true)", "\u2588\u2589")]
    [InlineData("[RecTools.PowerShell.ConsoleBar]::Of([double]::NaN, 4, $true)", "")]
    [InlineData("[RecTools.PowerShell.ConsoleBar]::Of(2, 4, $false)", "####")]
    [InlineData("[RecTools.PowerShell.ConsoleBar]::Of(0.3, 10, $false)", "###")]
    [InlineData("[RecTools.PowerShell.VerdictText]::Of('best', $false)", "best")]
    [InlineData("[RecTools.PowerShell.VerdictText]::Of('worse', $true)", "worse")]
    [InlineData("[RecTools.PowerShell.VerdictText]::Of('worse than Popularity', $true)", "\u001b[31mworse than Popularity\u001b[0m")]
    [InlineData("[RecTools.PowerShell.MeasurementText]::Wrap(('word ' * 20) + 'end', $null, 'Another.').Split(\"`n\").Length", "3")]
    [InlineData("[RecTools.PowerShell.MeasurementText]::Of(3MB)", "3.0 MB")]
    public void Bars_verdicts_and_texts_are_made_for_a_console(string script, string expected)
    {
        using var session = new Session();
        Assert.Equal(expected, Assert.Single(session.Run(script)).ToString());
    }
}
