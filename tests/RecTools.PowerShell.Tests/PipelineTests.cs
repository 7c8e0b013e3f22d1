namespace RecTools.Tests;

/// <summary>Objects that go from cmdlet to cmdlet, by value and by property name.</summary>
public class PipelineTests
{
    [Fact]
    public void Models_go_to_whatever_asks_a_model()
    {
        using var session = Session.WithModel();
        session.Run("$null = Invoke-RecTraining ImplicitAls Views -Table PageView -Option @{ Factors = 8; Sweeps = 2 }");
        Assert.Equal(120 * 2 * 2, session.Run("Get-RecModel | Get-RecRecommendation -Top 2").Count);
        var two = session.Run("Get-RecModel | Get-RecRecommendation -UserId 1 -Top 3");
        Assert.Equal(session.Run("Get-RecRecommendation Shop 1 -Top 3; Get-RecRecommendation Views 1 -Top 3").Select(row => row.ToString()), two.Select(row => row.ToString()));
        Assert.Equal(6, session.Run("Get-RecModel | Get-RecSimilarItem -ItemId 5 -Top 3").Count);
        Assert.Equal(6, session.Run("Get-RecModel | Get-RecSimilarUser -UserId 5 -Top 3").Count);
        Assert.Single(session.Run("Get-RecModel Shop | Get-RecPrediction -UserId 1 -ItemId 5"));
        Assert.Equal(2, session.Run("Get-RecModel | Get-RecRun").Count);
        Assert.Single(session.Run($"Get-RecModel Shop | Export-RecModel -Path '{Path.Combine(session.Folder, "shop.rec")}'"));
        Assert.Single(session.Run($"Get-RecModel Shop | Export-RecEmbedding -Path '{Path.Combine(session.Folder, "shop.csv")}'"));
        Assert.Equal(2, session.Run("Get-RecModel | Publish-RecModel").Count);
        session.Run("Get-RecModel | Undo-RecRun -WhatIf");
    }

    [Fact]
    public void A_version_of_a_model_goes_with_its_run()
    {
        using var session = Session.WithModel();
        session.Run("$null = Invoke-RecTraining Popularity Shop -Table Rating");
        var old = session.Run("Get-RecModel Shop -AllVersions | Where-Object { -not $_.IsCurrent } | Get-RecRecommendation -UserId 1");
        Assert.Equal(session.Run("Get-RecRecommendation Shop 1 -RunId 1").Select(row => row.ToString()), old.Select(row => row.ToString()));
        Assert.NotEqual(session.Run("Get-RecRecommendation Shop 1").Select(row => row.ToString()), old.Select(row => row.ToString()));
    }

    [Fact]
    public void Users_and_items_come_as_ids_and_as_rows()
    {
        using var session = Session.WithModel();
        Assert.Equal(5 * 3, session.Run("1..5 | Get-RecRecommendation -ModelName Shop -Top 3").Count);
        Assert.Equal(2 * 3, session.Run("Invoke-RecQuery 'SELECT CustomerId, Name FROM Customer LIMIT 2' | Get-RecRecommendation -ModelName Shop -Top 3").Count);
        Assert.Equal(2 * 3, session.Run("5, 6 | Get-RecSimilarItem -ModelName Shop -Top 3").Count);
        Assert.Equal(2 * 3, session.Run("Get-RecRecommendation Shop 1 -Top 2 | Get-RecSimilarItem -ModelName Shop -Top 3").Count);
        Assert.Equal(7, session.Run("Invoke-RecQuery 'SELECT CustomerId, ProductId FROM Rating LIMIT 7' | Get-RecPrediction -ModelName Shop").Count);
        var error = session.Fail("1 | Get-RecRecommendation -ModelName Shpo");
        Assert.StartsWith("ModelNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommendations_stream_while_users_come()
    {
        using var session = Session.WithModel();
        Assert.Equal(100 * 3, session.Run("""
            $asked = @{ Users = 0 }
            1..100 | ForEach-Object { $asked.Users++; $_ } | Get-RecRecommendation -ModelName Shop -Top 3 | ForEach-Object { $asked.AtFirst ??= $asked.Users; $_ }
            """).Count);
        Assert.Equal(1, session.Run("$asked.AtFirst")[0].BaseObject);
    }

    [Fact]
    public void Objects_of_a_file_are_searched_and_results_written_to_one()
    {
        using var session = Session.WithModel();
        var orders = Path.Combine(session.Folder, "orders.csv");
        var members = Path.Combine(session.Folder, "members.csv");
        File.WriteAllLines(orders, ["OrderId,ProductId", .. session.Run("Invoke-RecQuery 'SELECT OrderId, ProductId FROM OrderLine' | ForEach-Object { \"$($_.OrderId),$($_.ProductId)\" }").Select(line => line.ToString()!)]);
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet",
        [
            Repository.Host, "-Command", $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module '{{Repository.Manifest}}'
            $null = Connect-RecDatabase '{{session.Database}}'
            (Import-Csv '{{orders}}' | Find-RecAssociationRule -MinCount 10 -MinConfidence 0.2).Count -eq (Find-RecAssociationRule OrderLine -MinCount 10 -MinConfidence 0.2 -KeepCancelled).Count
            Find-RecCluster OrderLine -TimeColumn OrderedAt -OrderFeature Recency, Monetary -ClusterCount 3 -As Member | Export-Csv '{{members}}'
            (Import-Csv '{{members}}' | Group-Object ClusterId).Count
            """,
        ]) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(["True", "3"], lines);
    }
}
