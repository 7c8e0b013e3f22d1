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
        Assert.Contains(result.Metrics, metric => metric is { Split: "Model", Name: "ValidationRMSE" });
        Assert.Contains(result.Metrics, metric => metric is { Split: "Holdout", Name: "RMSE", Value: < 1.5 });
        Assert.NotEmpty(result.Steps);
        Assert.Contains(session.Streams.Verbose, line => line.Message.Contains("RMSE of the rows held back", StringComparison.Ordinal));
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
    public void Embeddings_are_written_as_a_table_and_as_projectors_take_them()
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
