using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Against a real SQL Server, where one is named.</summary>
[Collection(SqlServerTestDatabase.Collection)]
public partial class SqlServerTests
{
    [Fact]
    public void Results_are_published_undone_swept_and_removed()
    {
        using var database = Open();
        SchemaInstaller.Uninstall(database);
        new StoreScenario(database).Run();
    }

    [Fact]
    public void Every_type_of_id_goes_in_and_comes_out_again()
    {
        using var database = Open();
        database.DropTable("dbo.RecToolsTypes");
        database.Execute("CREATE TABLE dbo.RecToolsTypes (A int, B nvarchar(20) COLLATE Latin1_General_CI_AS, C uniqueidentifier, D decimal(10,0), E datetime2(3), F real, G char(5))");
        var columns = database.ColumnsOf("dbo.RecToolsTypes");
        Assert.StartsWith("nvarchar(20) COLLATE ", columns[1].Declared, StringComparison.Ordinal);
        var guid = Guid.NewGuid();
        var time = new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Assert.Equal(2, database.BulkWrite(
            "dbo.RecToolsTypes",
            new GivenRows(columns, [7L, "Ünï", guid, 123L, time, 0.5, "abc"], [null, null, null, null, null, null, null]),
            CancellationToken.None));
        using (var rows = database.Query("SELECT * FROM dbo.RecToolsTypes ORDER BY A DESC", CancellationToken.None))
        {
            Assert.True(rows.Read());
            Assert.Equal((7L, "Ünï", guid, 123L), (rows.GetInt64(0), rows.GetText(1).ToString(), rows.GetGuid(2), rows.GetInt64(3)));
            Assert.Equal((time.Ticks, 0.5, "abc  "), (rows.GetTicks(4), rows.GetDouble(5), rows.GetText(6).ToString()));
            Assert.True(rows.Read());
            Assert.All(Enumerable.Range(0, 7), column => Assert.Equal(CellKind.Null, rows.Kind(column)));
        }

        database.DropTable("dbo.RecToolsTypes");
    }

    [Fact]
    public void Which_texts_are_one_is_for_the_server_to_say()
    {
        using var database = Open();
        string[] texts = ["ABC", "Abc", "abd", "\u00e1bc", "\u00e1bd \" \\ '"];
        Assert.Equal([0, 0, 2, 3, 4], database.FirstOfEqual(texts, "nvarchar(20) COLLATE Latin1_General_CI_AS")!);
        Assert.Equal([0, 0, 2, 0, 4], database.FirstOfEqual(texts, "nvarchar(20) COLLATE Latin1_General_CI_AI")!);
        Assert.Equal([0, 1, 2, 3, 4], database.FirstOfEqual(texts, "varchar(20) COLLATE Latin1_General_CS_AS")!);
        Assert.Null(database.FirstOfEqual(texts, "nvarchar(20) COLLATE Latin1_General_BIN2"));
    }

    [Fact]
    public void Queries_have_parameters()
    {
        using var database = Open();
        database.QueryParameters = new Dictionary<string, object?> { ["Low"] = 2, ["Name"] = "b", ["Day"] = new DateTime(2025, 1, 2) };
        using var rows = database.Query("SELECT v.N FROM (VALUES (1, N'a'), (2, N'b'), (3, N'b')) AS v (N, T) WHERE v.N >= @Low AND v.T = @Name AND @Day > '2025-01-01'", CancellationToken.None);
        var found = new List<long>();
        while (rows.Read())
        {
            found.Add(rows.GetInt64(0));
        }

        Assert.Equal([2L, 3L], found.Order());
    }

    [Fact]
    public void A_model_is_held_by_one_session_at_a_time()
    {
        using var one = Open();
        using var two = Open();
        using (one.LockModel("Shop"))
        {
            Assert.Equal("ModelBusy", Assert.Throws<RecException>(() => two.LockModel("Shop")).ErrorId);
        }

        two.LockModel("Shop").Dispose();
    }

    [Fact]
    public void A_missing_table_is_named_with_the_nearest_there_is()
    {
        using var database = Open();
        Assert.Equal("TableNotFound", Assert.Throws<RecException>(() => database.ColumnsOf("dbo.NoSuchTable")).ErrorId);
    }

    [Fact]
    public void The_procedure_answers_for_a_basket_and_says_what_is_wrong_with_one()
    {
        using var database = Open();
        SchemaInstaller.Install(database);
        var table = GoesWithRows.GoesWithTable(IdSet.FromNumbers([1], "int"));
        database.Execute("DROP VIEW IF EXISTS rec.RecToolsTest_GoesWith; DROP TABLE IF EXISTS rec.RecToolsTest_GoesWith_v1;");
        database.CreateTable("[rec].[RecToolsTest_GoesWith_v1]", table);
        database.BulkWrite(
            "[rec].[RecToolsTest_GoesWith_v1]",
            new GivenRows(table.Columns, [1L, 1L, 3L, 2L, 5L, 0.9, 2.0], [2L, 1L, 3L, 2L, 5L, 0.9, 2.0], [1L, 2L, 2L, 1L, 7L, 0.8, 1.5], [1L, 3L, 4L, 1L, 6L, 0.7, 1.2]),
            CancellationToken.None);
        database.Execute("CREATE VIEW rec.RecToolsTest_GoesWith AS SELECT * FROM rec.RecToolsTest_GoesWith_v1;");
        string Answer(string items, string top = "10") => string.Join(
            ' ', database.Select(row => $"{row["Rank"]}:{row["ItemId"]}:{row["RuleId"]}", $"EXEC rec.GoesWith @ModelName = N'RecToolsTest', @Items = N'{items}', @Top = {top}"));
        Assert.Equal("1:3:1 2:4:3", Answer("[1, 2]"));
        Assert.Equal("1:2:2", Answer("\n\t [1]", "1"));
        Assert.Equal("", Answer("[99]"));
        int Refusal(string items, string top = "10") => Assert.Throws<Microsoft.Data.SqlClient.SqlException>(() => Answer(items, top)).Number;
        Assert.Equal([50400, 50400, 50402, 50401, 50401], [Refusal("1, 2"), Refusal("{\"a\": 1}"), Refusal("[\"abc\"]"), Refusal("[1]", "NULL"), Refusal("[1]", "0")]);
        database.Execute("DROP VIEW rec.RecToolsTest_GoesWith; DROP TABLE rec.RecToolsTest_GoesWith_v1;");
    }

    private static Database Open() => SqlServerTestDatabase.Make().Open();
}
