using Microsoft.Data.SqlClient;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>What readers, trainers and others get from a server.</summary>
public partial class SqlServerTests
{
    public static TheoryData<string, string, string, string> Ids => new()
    {
        { "int", "1", "2", "N'abc'" },
        { "bigint", "N'1'", "99999999999", "N''" },
        { "decimal(10,0)", "1", "2", "N'4.5'" },
        { "uniqueidentifier", "N'6F9619FF-8B86-D011-B42D-00C04FC964FF'", "N'6F9619FF-8B86-D011-B42D-00C04FC964F0'", "N'6F9619FF-8B86-D011-B42D-00C04FC964FF and more'" },
        { "varchar(20)", "N'ann'", "N'Ωñn'", "" },
        { "nvarchar(20) COLLATE Latin1_General_CI_AS", "N'ANN '", "N'bob'", "" },
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public void Users_are_served_by_ids_of_any_type_and_strangers_by_the_fallback(string type, string known, string unknown, string nonsense)
    {
        using var database = Open();
        SchemaInstaller.Install(database);
        DropServed(database);
        var stored = known.Replace("ANN ", "ann", StringComparison.Ordinal);
        database.Execute($"CREATE TABLE rec.RecToolsTest_R (UserId {type} NOT NULL, [Rank] int NOT NULL, ItemId int NOT NULL, Score real NOT NULL, Reason nvarchar(400) NOT NULL, ReasonKind nvarchar(400) NOT NULL, PRIMARY KEY (UserId, [Rank]))");
        database.Execute("CREATE TABLE rec.RecToolsTest_F ([Rank] int NOT NULL PRIMARY KEY, ItemId int NOT NULL, Score real NOT NULL, Reason nvarchar(400) NOT NULL, ReasonKind nvarchar(400) NOT NULL)");
        database.Execute($"CREATE TABLE rec.RecToolsTest_S (ItemId {type} NOT NULL, [Rank] int NOT NULL, SimilarItemId {type} NOT NULL, Score real NOT NULL, PRIMARY KEY (ItemId, [Rank]))");
        database.Execute($"INSERT INTO rec.RecToolsTest_R VALUES ({stored}, 1, 7, 0.9, N'own', N'Model'), ({stored}, 2, 8, 0.8, N'own', N'Model')");
        database.Execute("INSERT INTO rec.RecToolsTest_F VALUES (1, 5, 9, N'popular', N'Popular'), (2, 6, 8, N'popular', N'Popular')");
        database.Execute($"INSERT INTO rec.RecToolsTest_S VALUES ({stored}, 1, {stored}, 0.5)");
        database.Execute("CREATE VIEW rec.RecToolsTest_Recommendation AS SELECT * FROM rec.RecToolsTest_R");
        string Answer(string user, string top = "10") => string.Join(
            ' ', database.Select(row => $"{row["Rank"]}:{row["ItemId"]}:{row["IsFallback"]}", $"EXEC rec.Recommend @ModelName = N'RecToolsTest', @UserId = {user}, @Top = {top}"));
        Assert.Equal("", Answer(unknown));
        database.Execute("CREATE VIEW rec.RecToolsTest_Fallback AS SELECT * FROM rec.RecToolsTest_F");
        database.Execute("CREATE VIEW rec.RecToolsTest_SimilarItem AS SELECT * FROM rec.RecToolsTest_S");
        Assert.Equal("1:7:False 2:8:False", Answer(known));
        Assert.Equal("1:7:False", Answer(known, "1"));
        Assert.Equal("1:5:True 2:6:True", Answer(unknown));
        Assert.Equal("1:5:True", Answer("NULL", "1"));
        int Refusal(string call) => Assert.Throws<SqlException>(() => database.Execute(call)).Number;
        Assert.Equal(1, Convert.ToInt32(database.Scalar($"EXEC rec.SimilarItem @ModelName = N'RecToolsTest', @ItemId = {known}"), null));
        Assert.Null(database.Scalar($"EXEC rec.SimilarItem @ModelName = N'RecToolsTest', @ItemId = {unknown}"));
        if (nonsense.Length > 0)
        {
            Assert.Equal(50402, Refusal($"EXEC rec.Recommend @ModelName = N'RecToolsTest', @UserId = {nonsense}"));
            Assert.Equal(50402, Refusal($"EXEC rec.SimilarItem @ModelName = N'RecToolsTest', @ItemId = {nonsense}"));
        }

        Assert.Equal(50401, Refusal("EXEC rec.Recommend @ModelName = N'RecToolsTest', @Top = 0"));
        Assert.Equal(50404, Refusal("EXEC rec.Recommend @ModelName = N'No''Such]Model'"));
        Assert.Equal(50404, Refusal("EXEC rec.SimilarItem @ModelName = N'No''Such]Model', @ItemId = 1"));
        DropServed(database);
    }

    [Fact]
    public void The_history_and_the_latest_metrics_of_a_model_are_served()
    {
        using var database = Open();
        SchemaInstaller.Uninstall(database);
        SchemaInstaller.Install(database);
        var scenario = new StoreScenario(database);
        var first = scenario.Publish(3, "first");
        var second = scenario.Publish(4, "second");
        Assert.Equal([$"{second} True", $"{first} False"], database.Select(row => $"{row["RunId"]} {row["IsCurrent"]}", "EXEC rec.ModelHistory @ModelName = N'Shop', @Last = 5"));
        Assert.Equal([$"{second} RMSE 0.9", $"{second} nDCG 0.3"], database.Select(row => $"{row["RunId"]} {row["Name"]} {row["Value"]}", "EXEC rec.LatestMetric @ModelName = N'Shop'").Order(StringComparer.Ordinal));
        Assert.Equal(4, Convert.ToInt32(database.Scalar("SELECT COUNT(*) FROM rec.MetricHistory(N'Shop')"), null));
        Assert.Equal(50404, Assert.Throws<SqlException>(() => database.Execute("EXEC rec.ModelHistory @ModelName = N'Shap'")).Number);
        Assert.Equal(50404, Assert.Throws<SqlException>(() => database.Execute("EXEC rec.LatestMetric @ModelName = N'Shap'")).Number);
        Assert.Equal(50401, Assert.Throws<SqlException>(() => database.Execute("EXEC rec.ModelHistory @ModelName = N'Shop', @Last = 0")).Number);
        SchemaInstaller.Uninstall(database);
    }

    [Fact]
    public void Trainers_publish_and_readers_read_and_neither_gets_at_anything_else()
    {
        using var database = Open();
        Assert.SkipWhen(database.Scalar("SELECT SERVERPROPERTY('Babelfish')") is not null, "needs rights that this server does not know");
        SchemaInstaller.Uninstall(database);
        SchemaInstaller.Install(database);
        database.Execute("DROP USER IF EXISTS RecToolsTrainer; DROP USER IF EXISTS RecToolsReader; DROP TABLE IF EXISTS dbo.RecToolsSecret;");
        database.Execute("CREATE USER RecToolsTrainer WITHOUT LOGIN; CREATE USER RecToolsReader WITHOUT LOGIN; CREATE TABLE dbo.RecToolsSecret (A int);");
        database.Execute("ALTER ROLE rec_trainer ADD MEMBER RecToolsTrainer; ALTER ROLE rec_reader ADD MEMBER RecToolsReader;");
        var scenario = new StoreScenario(database);
        int Refusal(string sql) => Assert.Throws<SqlException>(() => database.Execute(sql)).Number;

        database.Execute("EXECUTE AS USER = N'RecToolsTrainer';");
        scenario.Publish(3, "first");
        scenario.Publish(4, "second", keep: 1);
        Assert.Equal(229, Refusal("SELECT * FROM dbo.RecToolsSecret"));
        Assert.Equal(3701, Refusal("DROP TABLE dbo.RecToolsSecret"));
        Assert.Equal(2760, Refusal("CREATE TABLE dbo.RecToolsOther (A int)"));

        // A view of one's own in the schema opens nothing either.
        database.Execute("CREATE VIEW rec.RecToolsPeek AS SELECT A FROM dbo.RecToolsSecret;");
        Assert.Equal(229, Refusal("SELECT * FROM rec.RecToolsPeek"));
        database.Execute("DROP VIEW rec.RecToolsPeek;");
        database.Execute("REVERT;");

        database.Execute("EXECUTE AS USER = N'RecToolsReader';");
        Assert.Equal((4, "second"), scenario.Published());
        database.Execute("EXEC rec.ModelHistory @ModelName = N'Shop'; EXEC rec.LatestMetric @ModelName = N'Shop'; SELECT * FROM rec.RunsOf(N'Shop');");
        Assert.All(["rec.Model", "rec.Run", "rec.RejectedRow", "dbo.RecToolsSecret"], table => Assert.Equal(229, Refusal($"SELECT * FROM {table}")));
        Assert.Equal(229, Refusal($"DELETE FROM {scenario.View}"));
        database.Execute("REVERT;");

        // What somebody has denied stays denied.
        database.Execute($"DENY SELECT ON {scenario.View} TO rec_reader;");
        scenario.Publish(5, "third");
        database.Execute("EXECUTE AS USER = N'RecToolsReader';");
        Assert.Equal(229, Refusal($"SELECT * FROM {scenario.View}"));
        database.Execute("REVERT;");

        SchemaInstaller.Uninstall(database);
        Assert.Equal(2, Convert.ToInt32(database.Scalar("SELECT COUNT(*) FROM sys.database_principals WHERE name IN (N'rec_reader', N'rec_trainer', N'rec_admin')"), null));
        database.Execute("DROP USER RecToolsTrainer; DROP USER RecToolsReader; DROP TABLE dbo.RecToolsSecret; DROP ROLE rec_reader; DROP ROLE rec_trainer;");
    }

    private static void DropServed(Database database)
    {
        foreach (var view in new[] { "Recommendation", "Fallback", "SimilarItem" })
        {
            database.Execute($"DROP VIEW IF EXISTS rec.RecToolsTest_{view};");
        }

        database.Execute("DROP TABLE IF EXISTS rec.RecToolsTest_R; DROP TABLE IF EXISTS rec.RecToolsTest_F; DROP TABLE IF EXISTS rec.RecToolsTest_S;");
    }
}
