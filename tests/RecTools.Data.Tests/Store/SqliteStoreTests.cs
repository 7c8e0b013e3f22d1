using RecTools.Data;

namespace RecTools.Tests;

public class SqliteStoreTests
{
    [Fact]
    public void Results_are_published_undone_swept_and_removed()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        new StoreScenario(database).Run();
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"));
    }

    [Fact]
    public void Another_connection_reads_the_last_publication_while_the_next_is_loaded()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        using var reader = folder.Sqlite();
        var scenario = new StoreScenario(database);
        SchemaInstaller.Install(database);
        scenario.Publish(3, "first");
        var seen = new StoreScenario(reader);
        var next = scenario.Begin(out _);
        using (database.BeginTransaction())
        {
            Assert.Equal((3, "first"), seen.Published());
        }

        next.Load("Recommendation", StoreScenario.Table, StoreScenario.Rows(7, "next"), CancellationToken.None);
        Assert.Equal((3, "first"), seen.Published());
        next.Commit(StoreScenario.Outcome, 3);
        Assert.Equal((7, "next"), seen.Published());
    }

    [Fact]
    public void A_model_whose_bytes_were_changed_is_not_used()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        SchemaInstaller.Install(database);
        new StoreScenario(database).Publish(1, "x");
        database.Execute("UPDATE rec_Model SET Content = x'0102'");
        Assert.Equal("ModelCorrupt", Assert.Throws<RecException>(() => new ModelStore(database).Load("Shop")).ErrorId);
        var missing = Assert.Throws<RecException>(() => new ModelStore(database).Load("Shap"));
        Assert.Contains("'Shop'", missing.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_somebody_else_has_taken_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        SchemaInstaller.Install(database);
        database.Execute("CREATE TABLE rec_Shop_Recommendation (Mine int)");
        var publication = new StoreScenario(database).Begin(out _);
        var error = Assert.Throws<RecException>(() =>
            publication.Load("Recommendation", StoreScenario.Table, StoreScenario.Rows(1, "x"), CancellationToken.None));
        Assert.Equal("ObjectNameTaken", error.ErrorId);
        publication.Abandon();
        SchemaInstaller.Uninstall(database);
        Assert.True(database.TableExists("rec_Shop_Recommendation"));
    }

    [Fact]
    public void A_destination_that_does_not_take_the_rows_keeps_what_it_had()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        SchemaInstaller.Install(database);
        database.Execute("CREATE TABLE Mine (UserId int PRIMARY KEY, Rank int, Reason text); INSERT INTO Mine VALUES (2, 1, 'old')");
        var publication = new StoreScenario(database).Begin(out _);
        Assert.Equal("WriteFailed", Assert.Throws<RecException>(() => publication.LoadDestination(
            "Mine", DestinationMode.Append, StoreScenario.Table, StoreScenario.Rows(3, "new"), CancellationToken.None)).ErrorId);
        publication.Abandon();
        Assert.Equal("old", database.Scalar("SELECT group_concat(Reason) FROM Mine"));
    }

    [Fact]
    public void Tables_of_the_first_version_get_what_came_later_and_keep_their_rows()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        SchemaInstaller.Install(database);
        database.Execute(
            """
            DROP TABLE rec_TrainingStep; DELETE FROM rec_SchemaVersion WHERE Version > 1;
            CREATE TABLE rec_TrainingStep (RunId INTEGER NOT NULL, Step INTEGER NOT NULL, Loss REAL NOT NULL, Seconds REAL NOT NULL, PRIMARY KEY (RunId, Step)) WITHOUT ROWID;
            INSERT INTO rec_TrainingStep VALUES (99, 1, 5.5, 0.1);
            """);
        Assert.False(SchemaInstaller.IsInstalled(database));
        Assert.DoesNotContain("CREATE TABLE", SchemaInstaller.InstallScript(database), StringComparison.Ordinal);
        Assert.Equal(1, SchemaInstaller.Install(database).Before);
        Assert.Equal(1L, database.Scalar("SELECT COUNT(*) FROM rec_TrainingStep WHERE Loss = 5.5 AND Metric IS NULL AND Validation IS NULL"));
        new StoreScenario(database).Run();
    }

    [Fact]
    public void The_script_runs_as_it_stands_and_says_where_nothing_is_missing()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        Assert.Equal(SchemaInstaller.InstallScript(DatabaseProvider.Sqlite), SchemaInstaller.InstallScript(database));
        database.Execute(SchemaInstaller.InstallScript(database));
        Assert.True(SchemaInstaller.IsInstalled(database));
        Assert.Contains("nothing would run", SchemaInstaller.InstallScript(database), StringComparison.Ordinal);
        Assert.Equal(SqliteDatabase.Library.Steps().Count, (int)(long)database.Scalar("SELECT COUNT(*) FROM rec_SchemaVersion")!);
        database.Execute(SchemaInstaller.UninstallScript(database));
        Assert.False(SchemaInstaller.IsInstalled(database));
    }
}
