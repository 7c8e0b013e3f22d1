namespace RecTools.Tests;

/// <summary>The cmdlets as people use them, in the real engine.</summary>
public class CmdletTests
{
    [Fact]
    public void A_connection_is_the_session_s_default_until_it_is_let_go()
    {
        using var session = new Session();
        var connection = (RecConnection)session.Run($"Connect-RecDatabase '{session.Database}'")[0].BaseObject;
        Assert.Equal((DatabaseProvider.Sqlite, session.Database), (connection.Provider, connection.DataSource));
        Assert.Empty(session.Run("Get-RecRun"));
        session.Run("Disconnect-RecDatabase");
        var error = session.Fail("Get-RecRun");
        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-RecDatabase", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_shows_in_a_connection_or_an_error()
    {
        using var session = new Session();
        var error = session.Fail("Connect-RecDatabase -ConnectionString 'Server=tcp:127.0.0.1,1;Database=x;User Id=me;Password=hush-hush;Encrypt=Optional;Connect Timeout=1'");
        for (var cause = error.Exception; cause is not null; cause = cause.InnerException)
        {
            Assert.DoesNotContain("hush", cause.ToString(), StringComparison.Ordinal);
        }

        var broken = session.Fail("Connect-RecDatabase -ConnectionString 'Sever=x;Pasword=hush-hush'");
        Assert.StartsWith("ConnectionStringInvalid,", broken.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", broken.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Training_gives_a_result_with_all_that_is_promised()
    {
        using var session = Session.WithModel();
        var result = (TrainingResult)session.Run("Invoke-RecTraining Bias Second -Table Rating -Verbose")[0].BaseObject;
        Assert.Equal((2L, "Second", "Bias", RunStatus.Succeeded), (result.RunId!.Value, result.ModelName, result.Algorithm, result.Status));
        Assert.True(result.RowsRead > 1500 && result.RowsRejected == 0 && result.UserCount == 120 && result.ItemCount == 60);
        Assert.Contains(result.Metrics, metric => metric is { Split: "Holdout", Name: "RMSE", Lower: not null, Upper: not null });
        Assert.Contains(result.Metrics, metric => metric is { Name: "nDCG", K: 10 });
        Assert.True(result.Elapsed > TimeSpan.Zero);
        Assert.Equal((64, 64), (result.InputHash.Length, result.ResultHash.Length));
        Assert.Contains("rec_Second_Recommendation", result.Published.Select(table => table.Name));
        Assert.Contains(session.Streams.Verbose, line => line.Message.Contains("loss", StringComparison.Ordinal));
    }

    [Fact]
    public void Recommendations_come_by_parameter_by_pipeline_and_by_property_name()
    {
        using var session = Session.WithModel();
        var one = session.Run("Get-RecRecommendation Shop 1 -Top 4").Select(item => (Recommendation)item.BaseObject).ToList();
        Assert.Equal([1, 2, 3, 4], one.Select(row => row.Rank));
        Assert.All(one, row => Assert.NotEmpty(row.Reason));
        Assert.Equal(8, session.Run("1..2 | Get-RecRecommendation -ModelName Shop -Top 4").Count);
        Assert.Equal(4, session.Run("[pscustomobject]@{ CustomerId = 3 } | Get-RecRecommendation -ModelName Shop -Top 4").Count);
        Assert.Equal(120 * 2, session.Run("Get-RecRecommendation Shop -Top 2").Count);
        Assert.NotEmpty(((Recommendation)session.Run("Get-RecRecommendation Shop 1 -Top 1 -Explain")[0].BaseObject).Evidence!);
        Assert.Equal(3, session.Run("Get-RecRecommendation Shop -History @{ 5 = 5; 7 = 1 } -Top 3").Count);
        var published = session.Run("Invoke-RecQuery 'SELECT ItemId FROM rec_Shop_Recommendation WHERE UserId = 1 AND Rank <= 4 ORDER BY Rank'");
        Assert.Equal(one.Select(row => row.ItemId), published.Select(row => row.Properties["ItemId"].Value));
        Assert.StartsWith("UserNotFound,", session.Fail("Get-RecRecommendation Shop 99999").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_and_similar_items_come_from_the_stored_model()
    {
        using var session = Session.WithModel();
        var prediction = (Prediction)session.Run("Get-RecPrediction Shop -UserId 1 -ItemId 5")[0].BaseObject;
        Assert.InRange(prediction.Value!.Value, 1, 5);
        var pairs = session.Run("Invoke-RecQuery 'SELECT CustomerId, ProductId FROM Rating LIMIT 7' | Get-RecPrediction Shop");
        Assert.Equal(7, pairs.Count);
        var similar = session.Run("Get-RecSimilarItem Shop 5 -Top 3").Select(item => (SimilarItem)item.BaseObject).ToList();
        Assert.Equal(3, similar.Count);
        Assert.True(similar[0].Score >= similar[2].Score && similar[0].Score <= 1.0001);
    }

    [Fact]
    public void Models_are_listed_exported_imported_undone_and_removed()
    {
        using var session = Session.WithModel();
        session.Run("$null = Invoke-RecTraining Bias Shop -Table Rating");
        Assert.Equal(2, session.Run("Get-RecModel Shop -AllVersions").Count);
        var undone = (UndoResult)session.Run("Undo-RecRun Shop -Confirm:$false")[0].BaseObject;
        Assert.Equal(1, undone.RunId);
        var path = Path.Combine(session.Folder, "shop.rec");
        session.Run($"$null = Export-RecModel Shop '{path}'");
        Assert.True(new FileInfo(path).Length > 1000);
        session.Run($"$null = Import-RecModel '{path}' Copy");
        Assert.Equal(
            session.Run("Get-RecRecommendation Shop 1").Select(row => row.ToString()),
            session.Run("Get-RecRecommendation Copy 1").Select(row => row.ToString()));
        session.Run("Get-RecModel Shop | Remove-RecModel -Confirm:$false");
        Assert.Equal("Copy", ((ModelInfo)Assert.Single(session.Run("Get-RecModel")).BaseObject).Name);
        var error = session.Fail("Get-RecRecommendation Copi 1");
        Assert.StartsWith("ModelNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'Copy'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(3, session.Run("Get-RecRun").Count(run => ((RunInfo)run.BaseObject).Status == RunStatus.Succeeded));
    }

    [Fact]
    public void Files_and_objects_are_imported_with_their_types()
    {
        using var session = new Session();
        var path = Path.Combine(session.Folder, "ratings.csv");
        File.WriteAllLines(path, ["CustomerId;Product;Stars", "1;A-1;4.5", "2;B-2;3", "2;B-2", "3;C-3;five"]);
        session.Run($"$null = Connect-RecDatabase '{session.Database}'");
        Assert.StartsWith("TooManyRejected,", session.Fail($"Import-RecInteraction '{path}' Rating").FullyQualifiedErrorId, StringComparison.Ordinal);
        var result = (ImportResult)session.Run($"Import-RecInteraction '{path}' Rating -MaxRejected 2 -WarningAction SilentlyContinue")[0].BaseObject;
        Assert.Equal((3L, 1L), (result.RowsWritten, result.RowsRejected));
        Assert.Contains("line 4", result.Rejected[0].Example, StringComparison.Ordinal);
        Assert.Equal("B-2", session.Run("(Invoke-RecQuery 'SELECT Product FROM Rating WHERE CustomerId = 2').Product")[0].BaseObject);
        Assert.StartsWith("TableExists,", session.Fail($"Import-RecInteraction '{path}' Rating").FullyQualifiedErrorId, StringComparison.Ordinal);
        var objects = (ImportResult)session.Run("1..5 | ForEach-Object { [pscustomobject]@{ CustomerId = $_; Product = \"P$_\"; Stars = $_ / 2 } } | Import-RecInteraction -Table Rating -Append")[0].BaseObject;
        Assert.Equal(5, objects.RowsWritten);
        Assert.Equal(8L, session.Run("(Invoke-RecQuery 'SELECT COUNT(*) AS N FROM Rating').N")[0].BaseObject);
        Assert.StartsWith("QueryWrites,", session.Fail("Invoke-RecQuery 'DELETE FROM Rating'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        using var session = Session.WithModel();
        session.Run("Invoke-RecTraining Bias Shop -Table Rating -WhatIf; Undo-RecRun Shop -WhatIf; Remove-RecModel Shop -WhatIf; Uninstall-RecSchema -WhatIf; New-RecSampleData -Force -WhatIf");
        Assert.Single(session.Run("Get-RecRun"));
        Assert.Single(session.Run("Get-RecModel"));
    }

    [Fact]
    public void The_schema_is_installed_shown_as_a_script_and_removed_without_a_trace()
    {
        using var session = Session.WithModel();
        var info = (SchemaInfo)session.Run("Install-RecSchema")[0].BaseObject;
        Assert.Equal(info.Version, info.VersionBefore);
        Assert.Contains("nothing would run", (string)session.Run("Install-RecSchema -ScriptOnly")[0].BaseObject, StringComparison.Ordinal);
        session.Run("Uninstall-RecSchema -Confirm:$false");
        Assert.Contains("CREATE TABLE", (string)session.Run("Install-RecSchema -ScriptOnly")[0].BaseObject, StringComparison.Ordinal);
        Assert.Equal(
            ["Customer", "OrderLine", "PageView", "Product", "Rating"],
            session.Run("(Invoke-RecQuery \"SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name\").name").Select(name => name.ToString()));
    }

    [Fact]
    public void A_job_file_gives_settings_and_a_parameter_beats_it()
    {
        using var session = Session.WithModel();
        var path = Path.Combine(session.Folder, "job.json");
        File.WriteAllText(path, """{ "Algorithm": "Bias", "ModelName": "FromFile", "Table": "Rating", "Top": 3, "Option": { "UserDamping": 9 } }""");
        var result = (TrainingResult)session.Run($"Invoke-RecTraining -ConfigPath '{path}' -ModelName FromParameter")[0].BaseObject;
        Assert.Equal(("FromParameter", "Bias", 360L), (result.ModelName, result.Algorithm, result.Published.Single(table => table.Name == "rec_FromParameter_Recommendation").RowCount));
        Assert.Equal(9.0, result.Options["UserDamping"]);
        File.WriteAllText(path, """{ "Algoritm": "Bias" }""");
        var error = session.Fail($"Invoke-RecTraining -ConfigPath '{path}'");
        Assert.StartsWith("ConfigKeyUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'Algorithm'", error.ToString(), StringComparison.Ordinal);
    }
}
