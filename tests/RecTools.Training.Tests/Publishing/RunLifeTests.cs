using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>What a run leaves in the database, however it ends.</summary>
public class RunLifeTests
{
    [Fact]
    public void A_run_leaves_its_record_metrics_steps_model_and_views()
    {
        using var shop = Shop.WithRatings();
        var result = shop.Train();
        var run = Assert.Single(RunHistory.Runs(shop.Connection, "Shop", null, 0, detail: true));
        Assert.Equal((RunStatus.Succeeded, true), (run.Status, run.IsCurrent));
        Assert.Equal((result.RunId, result.InputHash, result.ResultHash), (run.RunId, run.InputHash, run.ResultHash));
        Assert.Equal(result.RowsRead, run.RowsRead);
        Assert.NotEmpty(run.Metrics);
        Assert.Equal(result.Metrics, run.Metrics);
        Assert.NotEmpty(run.Steps);
        Assert.Equal("Shop", Assert.Single(RunHistory.Models(shop.Connection, "S*", allVersions: false)).Name);
        Assert.Equal(["rec_Shop_Fallback", "rec_Shop_Recommendation"], result.Published.Select(table => table.Name));
        Assert.Equal(result.Published[1].RowCount, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation"));
    }

    [Fact]
    public void Undo_puts_the_publication_and_the_model_before_back()
    {
        using var shop = Shop.WithRatings();
        var first = shop.Train();
        var published = shop.Published();
        shop.Train(Shop.Request("Popularity"));
        Assert.NotEqual(published, shop.Published());
        var (run, tables) = RunHistory.Undo(shop.Connection, "Shop");
        Assert.Equal(first.RunId, run.RunId);
        Assert.Equal(published, shop.Published());
        Assert.Contains(tables, table => table.Name == "rec_Shop_Recommendation");
        Assert.Equal("Bias", Assert.Single(RunHistory.Models(shop.Connection, "Shop", allVersions: false)).Algorithm);
        Assert.Equal("NothingToUndo", Assert.Throws<RecException>(() => RunHistory.Undo(shop.Connection, "Shop")).ErrorId);
        shop.Train(Shop.Request("Popularity"));
        Assert.Equal(2, RunHistory.Models(shop.Connection, "Shop", allVersions: true).Count);
    }

    [Fact]
    public void What_a_network_had_learned_before_it_diverged_is_kept_to_look_at_until_the_next_publication()
    {
        using var shop = Shop.WithRatings();
        shop.Train();
        var before = shop.Published();
        var diverging = Shop.Request("Embedding") with
        {
            Options = new Dictionary<string, object?> { ["LearningRate"] = 1000, ["WeightDecay"] = 10, ["Schedule"] = "Constant", ["ValidationShare"] = 0 },
        };
        var error = Assert.Throws<RecException>(() => shop.Train(diverging));
        Assert.Equal("TrainingDiverged", error.ErrorId);
        Assert.Matches("What was learned by step [0-9]+ is kept, unpublished, as version 2 of the model\\.$", error.Message);
        Assert.EndsWith("Publish-RecModel -ModelName Shop -RunId 2 publishes it.", error.Action, StringComparison.Ordinal);
        Assert.Equal(before, shop.Published());
        Assert.Equal(RunStatus.Failed, RunHistory.Runs(shop.Connection, "Shop", 2, 0, detail: false)[0].Status);
        Assert.Equal("Bias", Assert.Single(RunHistory.Models(shop.Connection, "Shop", allVersions: false)).Algorithm);
        Assert.Equal("NothingToUndo", Assert.Throws<RecException>(() => RunHistory.Undo(shop.Connection, "Shop")).ErrorId);
        Assert.Equal(5, ModelServer.Open(shop.Connection, "Shop", 2, CancellationToken.None).ForLists().Recommend(1, 5, 0).Count);
        var published = ModelRepublication.Execute(new PublishRequest { ModelName = "Shop", RunId = 2 }, shop.Connection, SilentObserver.Instance, CancellationToken.None);
        Assert.Equal("Embedding", published.Algorithm);
        Assert.Equal([3, 1], RunHistory.Models(shop.Connection, "Shop", allVersions: true).Select(model => model.RunId));
    }

    [Fact]
    public void Keeping_what_was_learned_is_refused_where_there_is_no_training_loop()
    {
        using var shop = Shop.WithRatings();
        var error = Assert.Throws<RecException>(() => shop.Train(Shop.Request("Popularity") with { OnCancel = CancelAction.Keep }));
        Assert.Equal("KeepUnused", error.ErrorId);
        Assert.Contains("ImplicitAls", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Queries_take_parameters_and_one_without_a_value_is_named()
    {
        using var shop = Shop.WithRatings();
        var request = Shop.Request() with
        {
            Source = new InteractionSource { Query = "SELECT * FROM Rating WHERE UserId <= @Last AND RatedAt >= :Since" },
            QueryParameters = new Dictionary<string, object?> { ["last"] = 20, ["Since"] = new DateTime(2025, 1, 1) },
        };
        Assert.Equal(20, shop.Train(request).UserCount);
        var missing = Assert.Throws<RecException>(() => shop.Train(request with { QueryParameters = new Dictionary<string, object?> { ["Last"] = 20 } }));
        Assert.Equal("QueryParameterMissing", missing.ErrorId);
        Assert.Contains(":Since", missing.Message, StringComparison.Ordinal);
        var wrong = Assert.Throws<RecException>(() => shop.Train(request with { QueryParameters = new Dictionary<string, object?> { ["@Last"] = 20 } }));
        Assert.Equal("QueryParameterInvalid", wrong.ErrorId);
    }

    [Fact]
    public void Only_the_records_asked_for_are_kept_and_those_of_versions_that_are_there()
    {
        using var shop = Shop.WithRatings();
        for (var i = 0; i < 4; i++)
        {
            shop.Train(Shop.Request() with { KeepVersions = 3 });
        }

        shop.Train(Shop.Request() with { ModelName = "Other" });
        shop.Train(Shop.Request() with { KeepVersions = 3, KeepRuns = 1 });
        Assert.Equal([6, 4, 3], RunHistory.Runs(shop.Connection, "Shop", null, 0, detail: false).Select(run => run.RunId));
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Metric WHERE RunId IN (1, 2)"));
        Assert.NotEqual(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Metric WHERE RunId IN (3, 5)"));
        Assert.Equal("KeepRunsOutOfRange", Assert.Throws<RecException>(() => shop.Train(Shop.Request() with { KeepRuns = -1 })).ErrorId);
    }

    [Fact]
    public void Only_the_versions_asked_for_are_kept()
    {
        using var shop = Shop.WithRatings();
        for (var i = 0; i < 4; i++)
        {
            shop.Train(Shop.Request() with { KeepVersions = 2 });
        }

        Assert.Equal(2, RunHistory.Models(shop.Connection, "Shop", allVersions: true).Count);
        Assert.Equal(2L, shop.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'rec_Shop_Recommendation_v%'"));
        Assert.Equal(4, RunHistory.Runs(shop.Connection, null, null, 0, detail: false).Count);
    }

    [Fact]
    public void What_a_dead_run_left_is_swept_by_the_next_one_and_readers_never_see_it()
    {
        using var shop = Shop.WithRatings();
        shop.Train();
        var before = shop.Published();
        long dead;
        using (var database = Database.Open(shop.Connection))
        {
            // All that a process does up to the moment before the flip; then nothing more, as when it is killed.
            dead = new RunStore(database).Begin("Shop", "Bias", "{}", DateTime.UtcNow);
            new ModelStore(database).Add("Shop", dead, "Bias", 1, [1, 2, 3]);
            using var rows = new FewRows();
            new Publication(database, dead, "Shop").Load("Recommendation", FewRows.Table, rows, CancellationToken.None);
        }

        Assert.Equal(before, shop.Published());
        Assert.Equal(1L, shop.Scalar($"SELECT COUNT(*) FROM sqlite_master WHERE name = 'rec_Shop_Recommendation_v{dead}'"));
        shop.Train();
        Assert.Equal(0L, shop.Scalar($"SELECT COUNT(*) FROM sqlite_master WHERE name = 'rec_Shop_Recommendation_v{dead}'"));
        var run = Assert.Single(RunHistory.Runs(shop.Connection, null, dead, 0, detail: false));
        Assert.Equal((RunStatus.Failed, "RunAbandoned"), (run.Status, run.ErrorId));
    }

    [Fact]
    public void A_run_that_fails_is_recorded_with_its_error()
    {
        using var shop = Shop.WithRatings();
        shop.Execute("DELETE FROM Rating");
        var error = Assert.Throws<RecException>(() => shop.Train());
        var run = Assert.Single(RunHistory.Runs(shop.Connection, null, null, 0, detail: false));
        Assert.Equal((RunStatus.Failed, error.ErrorId), (run.Status, run.ErrorId));
        Assert.Contains(error.Message, run.ErrorMessage, StringComparison.Ordinal);
        Assert.NotNull(run.EndedAt);
    }

    [Theory]
    [InlineData("Fit")]
    [InlineData("Publish")]
    public void Cancelling_leaves_the_last_publication_and_a_closed_record(string stage)
    {
        using var shop = Shop.WithRatings(users: 3000);
        shop.Train();
        var before = shop.Published();
        using var stop = new CancellationTokenSource();
        var error = Assert.Throws<RecException>(() => shop.Train(Shop.Request("ImplicitAls"), new StopAt(stage, stop), stop.Token));
        Assert.Equal(("RunCancelled", RecErrorKind.Cancelled), (error.ErrorId, error.Kind));
        Assert.Equal(before, shop.Published());
        Assert.Equal(RunStatus.Cancelled, RunHistory.Runs(shop.Connection, null, null, 1, detail: false)[0].Status);
        Assert.Equal(1L, shop.Scalar("SELECT COUNT(*) FROM rec_Model"));
        Assert.Equal(1L, shop.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'rec_Shop_Recommendation_v%'"));
    }

    [Fact]
    public void Two_runs_of_one_model_do_not_go_side_by_side()
    {
        using var shop = Shop.WithRatings();
        shop.Train();
        using var database = Database.Open(shop.Connection);
        using (database.LockModel("Shop"))
        {
            Assert.Equal("ModelBusy", shop.Fails(Shop.Request()).ErrorId);
            shop.Train(Shop.Request(model: "Other"));
        }

        shop.Train();
    }

    [Theory]
    [InlineData(DestinationMode.Replace, 200)]
    [InlineData(DestinationMode.Append, 201)]
    [InlineData(DestinationMode.Merge, 201)]
    public void A_table_of_ones_own_is_written_as_asked(DestinationMode mode, long rows)
    {
        using var shop = Shop.WithRatings();
        shop.Execute("CREATE TABLE Mine (UserId int, Rank int, ItemId int, Score real, Reason text); INSERT INTO Mine VALUES (999, 1, 1, 1, 'old')");
        var result = shop.Train(Shop.Request() with { Destination = "Mine", DestinationMode = mode });
        Assert.Equal(rows, shop.Scalar("SELECT COUNT(*) FROM Mine"));
        Assert.Equal(("Mine", 200L), (result.Published[0].Name, result.Published[0].RowCount));
        shop.Train(Shop.Request() with { Destination = "Mine", DestinationMode = DestinationMode.Merge });
        Assert.Equal(rows, shop.Scalar("SELECT COUNT(*) FROM Mine"));
    }

    [Fact]
    public void A_table_of_ones_own_comes_together_with_evidence_and_similar_items()
    {
        using var shop = Shop.WithRatings();
        var result = shop.Train(Shop.Request("ImplicitAls") with { Destination = "Mine", EvidenceTop = 2 });
        Assert.Equal(["Mine", "rec_Shop_Evidence", "rec_Shop_Fallback", "rec_Shop_SimilarItem"], result.Published.Select(table => table.Name).Order());
        Assert.Equal(200L, shop.Scalar("SELECT COUNT(*) FROM Mine"));
        Assert.Equal(200L, shop.Scalar("SELECT COUNT(*) FROM Mine m JOIN rec_Shop_Evidence e ON e.UserId = m.UserId AND e.Rank = m.Rank AND e.EvidenceRank = 1"));
    }

    private sealed class StopAt(string stage, CancellationTokenSource stop) : IRunObserver
    {
        public void Progress(string at, long done, long total)
        {
            if (at == stage && done > 0)
            {
                stop.Cancel();
            }
        }

        public void Verbose(string message)
        {
        }

        public void Warning(string message)
        {
        }

        public void Step(TrainingStep step)
        {
        }
    }

    private sealed class FewRows() : BufferedRows(Table.Columns)
    {
        private int left = 3;

        public static TableSpec Table { get; } = new([new("UserId", CellKind.Int64), new("Rank", CellKind.Int64)], ["UserId", "Rank"]);

        public override bool Read()
        {
            Set(0, (long)left);
            Set(1, 1L);
            return left-- > 0;
        }
    }
}
