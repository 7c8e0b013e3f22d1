using System.Globalization;

namespace RecTools.Tests;

/// <summary>What people do with embeddings: train, compare users, export.</summary>
public class EmbeddingCmdletTests
{
    [Fact]
    public void A_network_is_trained_told_of_and_asked()
    {
        using var session = Session.WithModel();
        var result = (TrainingResult)session.Run("Invoke-RecTraining Embedding Net -Table Rating -Option @{ Width = 16; Layers = 16, 8; Epochs = 6; ValidationShare = 0.1 } -Verbose")[0].BaseObject;
        Assert.Contains(session.Streams.Verbose, line => System.Text.RegularExpressions.Regex.IsMatch(line.Message, "^step 2: loss [0-9.]+, RMSE [0-9.]+ on rows held back, [0-9.]+ s$"));
        Assert.Contains(result.Metrics, metric => metric is { Split: "Model", Name: "ValidationRMSE" });
        Assert.Contains(result.Metrics, metric => metric is { Split: "Holdout", Name: "RMSE", Value: < 1.5 });
        Assert.All(result.Steps, step => Assert.True(step is { Metric: "RMSE", Validation: > 0.5 and < 2 }));
        var rows = session.Run("Invoke-RecQuery 'SELECT Step, Loss, Metric, Validation FROM rec_TrainingStep WHERE RunId = (SELECT MAX(RunId) FROM rec_Run) ORDER BY Step'");
        Assert.Equal(result.Steps.Select(step => step.Validation), rows.Select(row => (double?)row.Properties["Validation"].Value));
        Assert.Equal(5, session.Run("Get-RecRecommendation Net 1 -Top 5").Count);
        Assert.Equal(3, session.Run("Get-RecSimilarItem Net 5 -Top 3").Count);
        Assert.StartsWith(
            "OptionRange,", session.Fail("Invoke-RecTraining Embedding Net -Table Rating -Option @{ Width = 33 }").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Similar_users_come_by_parameter_by_pipeline_and_by_property_name()
    {
        using var session = Session.WithModel();
        var similar = session.Run("Get-RecSimilarUser Shop 5 -Top 3").Select(user => (SimilarUser)user.BaseObject).ToList();
        Assert.Equal([1, 2, 3], similar.Select(row => row.Rank));
        Assert.All(similar, row => Assert.Equal(5L, row.UserId));
        Assert.DoesNotContain(5L, similar.Select(row => row.SimilarUserId));
        Assert.True(similar[0].Score >= similar[2].Score && similar[0].Score <= 1.0001);
        Assert.Equal(8, session.Run("1..2 | Get-RecSimilarUser Shop -Top 4").Count);
        Assert.Equal(4, session.Run("[pscustomobject]@{ CustomerId = 3 } | Get-RecSimilarUser -ModelName Shop -Top 4").Count);
        Assert.StartsWith("UserNotFound,", session.Fail("Get-RecSimilarUser Shop 99999").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("TopOutOfRange,", session.Fail("Get-RecSimilarUser Shop 1 -Top 0").FullyQualifiedErrorId, StringComparison.Ordinal);
        session.Run("$null = Invoke-RecTraining Popularity Plain -Table Rating");
        Assert.StartsWith("NoUserSimilarity,", session.Fail("Get-RecSimilarUser Plain 1").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("NoEmbedding,", session.Fail($"Export-RecEmbedding Plain '{session.Folder}/plain.csv'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Embeddings_are_written_to_a_table_of_the_database()
    {
        using var session = Session.WithModel();
        var written = (PublishedTable)session.Run("Export-RecEmbedding Shop -Table ItemVector")[0].BaseObject;
        Assert.Equal(new PublishedTable("ItemVector", 60 * 8), written);
        var file = Path.Combine(session.Folder, "items.csv");
        session.Run($"$null = Export-RecEmbedding Shop '{file}'");
        var numbers = session.Run("Invoke-RecQuery 'SELECT Value FROM ItemVector WHERE ItemId = 1 ORDER BY Position'").Select(row => (double)row.Properties["Value"].Value);
        var line = File.ReadAllLines(file).Single(line => line.StartsWith("1,", StringComparison.Ordinal));
        Assert.Equal(line.Split(',').TakeLast(8).Select(number => float.Parse(number, CultureInfo.InvariantCulture)), numbers.Select(number => (float)number));
        Assert.StartsWith("TableExists,", session.Fail("Export-RecEmbedding Shop -Table ItemVector").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(new PublishedTable("ItemVector", 120 * 8), session.Run("Export-RecEmbedding Shop -Table ItemVector -User -Force")[0].BaseObject);
        Assert.Empty(session.Run("Export-RecEmbedding Shop -Table Other -WhatIf"));
    }

    [Fact]
    public void Embeddings_are_written_as_a_file_and_as_projectors_take_them()
    {
        using var session = Session.WithModel();
        var table = Path.Combine(session.Folder, "items.csv");
        session.Run($"$null = Export-RecEmbedding Shop '{table}'");
        var lines = File.ReadAllLines(table);
        Assert.Equal(61, lines.Length);
        Assert.StartsWith("ItemId,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",V7,V8", lines[0], StringComparison.Ordinal);
        Assert.True(float.IsFinite(float.Parse(lines[1].Split(',')[^1], CultureInfo.InvariantCulture)));
        Assert.StartsWith("FileExists,", session.Fail($"Export-RecEmbedding Shop '{table}'").FullyQualifiedErrorId, StringComparison.Ordinal);
        session.Run($"$null = Export-RecEmbedding Shop '{table}' -User -Force");
        Assert.Equal(121, File.ReadAllLines(table).Length);

        var folder = Path.Combine(session.Folder, "projector");
        Assert.Empty(session.Run($"Export-RecEmbedding Shop '{folder}' -User -WhatIf"));
        Assert.False(Directory.Exists(folder));
        var files = session.Run($"Export-RecEmbedding Shop '{folder}' -User").Select(file => ((FileInfo)file.BaseObject).Name);
        Assert.Equal(["vectors.tsv", "metadata.tsv"], files);
        var vectors = File.ReadAllLines(Path.Combine(folder, "vectors.tsv"));
        Assert.All(vectors, line => Assert.Equal(8, line.Split('\t').Length));
        Assert.Equal(Enumerable.Range(1, 120).Select(id => id.ToString(CultureInfo.InvariantCulture)), File.ReadAllLines(Path.Combine(folder, "metadata.tsv")));
        Assert.Equal(120, vectors.Length);
    }
}
