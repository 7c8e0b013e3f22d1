using FsCheck;
using FsCheck.Fluent;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Names that try to break out of a statement: they come back as they went in, or there is a clear error; the same for every kind of database.</summary>
/// <param name="make">Makes an empty database, or skips the test.</param>
public abstract class InjectionTests(Func<TestDatabase> make)
{
    /// <summary>Names that each property is tried with.</summary>
    protected const int Names = 60;

    private const string Canary = "RecToolsCanary";
    private const string Model = "RecToolsNames";
    private static readonly object?[][] Ratings = [.. from user in Enumerable.Range(1, 4) from item in Enumerable.Range(1, 3) where user != item select new object?[] { (long)user, (long)item, 4.0 }];

    [Fact]
    public void Tables_columns_and_destinations_of_any_name_are_read_and_written()
    {
        using var test = Make();
        var done = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Names),
            Prop.ForAll(
                HostileNames.Any.Generator.Four().ToArbitrary(),
                names => done += CheckRun(test, HostileNames.Prefix + names.Item1, names.Item2, names.Item3, HostileNames.Prefix + names.Item4) ? 1 : 0));

        // Names that were all refused would prove nothing of those that are let through.
        Assert.InRange(done, Names / 4, Names);
    }

    [Fact]
    public void A_model_of_any_name_is_published_or_refused()
    {
        using var test = Make();
        test.Fill("RecToolsRating", Columns("UserId", "ItemId"), Ratings);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Names), Prop.ForAll(HostileNames.Any, name =>
        {
            var error = Attempt(test, () => TrainingRun.Execute(Request("RecToolsRating", name), test.Connection, SilentObserver.Instance, CancellationToken.None));
            using var database = test.Open();
            if (error is null)
            {
                Assert.Equal(Ratings.Length, new RunStore(database).Find(null, null, 1, detail: false).Single().RowsRead);
                Assert.Equal(name, new ModelStore(database).Load(name).Info.Name);
                Assert.True(new ModelStore(database).Remove(name));
            }
            else
            {
                Assert.Equal("ModelNameInvalid", error.ErrorId);
            }
        }));
    }

    [Theory]
    [InlineData("int); DROP TABLE RecToolsCanary; --")]
    [InlineData("int, b int); DROP TABLE RecToolsCanary; CREATE TABLE RecToolsOther (c int")]
    [InlineData("int DEFAULT (1)")]
    [InlineData("nvarchar(20) COLLATE Latin1_General_CI_AS; DELETE FROM RecToolsCanary")]
    public void A_declared_type_that_is_none_does_not_come_into_a_statement(string declared)
    {
        using var test = Make();
        using var database = test.Open();
        database.CreateTable(database.QuoteName("RecToolsTyped"), new TableSpec([new("A", CellKind.Int64, declared)], []));
        Assert.Equal("A", Assert.Single(database.ColumnsOf("RecToolsTyped")).Name);
        RequireCanary(test);
    }

    private static bool CheckRun(TestDatabase test, string table, string user, string item, string destination)
    {
        using var database = test.Open();
        var (source, target) = (database.Quote(table), database.Quote(destination));
        var request = Request(source, Model) with { Destination = target, DestinationMode = (DestinationMode)(table.Length % 3), SimilarTop = 0 };
        request = request with { Source = request.Source with { UserColumn = user, ItemColumn = item } };
        var written = 0L;
        var error = Attempt(test, () =>
        {
            test.Fill(source, Columns(user, item), Ratings);
            written = TrainingRun.Execute(request, test.Connection, SilentObserver.Instance, CancellationToken.None).Published[0].RowCount;
        });
        if (error is null)
        {
            Assert.Equal([user, item, "Rating"], database.ColumnsOf(source).Select(column => column.Name));
            Assert.Equal(written, Convert.ToInt64(database.Scalar($"SELECT COUNT(*) FROM {database.QuoteName(target)}"), null));
        }

        foreach (var made in new[] { source, target })
        {
            Attempt(test, () => database.DropTable(made));
        }

        return error is null;
    }

    private static RecException? Attempt(TestDatabase test, Action work)
    {
        RecException? error = null;
        try
        {
            work();
        }
        catch (RecException refused)
        {
            error = refused;
            Assert.NotEqual("Unexpected", refused.ErrorId);
            Assert.NotEmpty(refused.Message);
            Assert.NotEmpty(refused.Action);
        }

        RequireCanary(test);
        return error;
    }

    private static TrainingRequest Request(string table, string model) => new()
    {
        Algorithm = "Popularity",
        ModelName = model,
        Source = new InteractionSource { Table = table },
        Split = new SplitRequest { Kind = SplitKind.None },
        Top = 2,
        KeepVersions = 1,
        Threads = 1,
    };

    private static ColumnSpec[] Columns(string user, string item) => [new(user, CellKind.Int64, "int"), new(item, CellKind.Int64, "int"), new("Rating", CellKind.Float64, "real")];

    private static void RequireCanary(TestDatabase test)
    {
        using var database = test.Open();
        Assert.Equal(1L, Convert.ToInt64(database.Scalar($"SELECT COUNT(*) FROM {Canary}"), null));
    }

    private TestDatabase Make()
    {
        var test = make();
        test.Fill(Canary, [new("A", CellKind.Int64, "int")], [1L]);
        using var database = test.Open();
        SchemaInstaller.Install(database);
        return test;
    }
}

/// <summary>On SQLite, where the database is a file with a name of its own.</summary>
public sealed class SqliteInjectionTests() : InjectionTests(SqliteTestDatabase.Make)
{
    [Fact]
    public void A_file_of_any_name_is_opened_under_that_name_and_no_other() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Names), Prop.ForAll(HostileNames.OfFiles, name =>
    {
        using var folder = new TemporaryFolder();
        var text = Connections.ToFile(folder.File(name)).Reveal().ConnectionString;
        using var database = Database.Open(Connections.FromString(text));
        SchemaInstaller.Install(database);
        using (database.LockModel(name))
        {
            Assert.All(Directory.EnumerateFiles(folder.Root), file => Assert.StartsWith(name, Path.GetFileName(file), StringComparison.Ordinal));
        }

        Assert.True(File.Exists(folder.File(name)));
    }));

    [Fact]
    public void A_column_that_a_stranger_declared_with_a_statement_in_its_type_is_read_and_published()
    {
        using var test = SqliteTestDatabase.Make();
        using (var database = test.Open())
        {
            database.Execute("CREATE TABLE RecToolsCanary (A int); CREATE TABLE Rating (UserId \"int); DROP TABLE RecToolsCanary; --\", ItemId int)");
            database.Execute("INSERT INTO Rating VALUES (1, 1), (1, 2), (2, 1), (2, 3)");
        }

        var request = new TrainingRequest { Algorithm = "Popularity", ModelName = "Shop", Source = new InteractionSource { Table = "Rating" }, Split = new SplitRequest { Kind = SplitKind.None } };
        TrainingRun.Execute(request, test.Connection, SilentObserver.Instance, CancellationToken.None);
        using var after = test.Open();
        Assert.True(after.TableExists("RecToolsCanary"));
    }
}

/// <summary>On SQL Server, where one is named.</summary>
[Collection(SqlServerTestDatabase.Collection)]
public sealed class SqlServerInjectionTests() : InjectionTests(SqlServerTestDatabase.Make);
