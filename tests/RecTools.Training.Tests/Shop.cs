using Microsoft.Data.Sqlite;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>A real SQLite file in a folder of its own, removed with it.</summary>
internal sealed class Shop : IDisposable
{
    private readonly string folder;

    public Shop(string? folder = null)
    {
        this.folder = folder ?? Directory.CreateTempSubdirectory("rectools-test-").FullName;
        Connection = Connections.ToFile(FilePath);
    }

    public string FilePath => Path.Combine(folder, "shop.db");

    public RecConnection Connection { get; set; }

    /// <summary>A shop with a table Rating of made-up ratings, users by items.</summary>
    public static Shop WithRatings(int users = 40, int items = 25, string idType = "int", Func<int, object>? id = null, string? folder = null)
    {
        var shop = new Shop(folder);
        shop.Execute($"CREATE TABLE Rating (UserId {idType}, ItemId {idType}, Rating real, RatedAt text)");
        shop.Fill(Ratings(users, items), id ?? (number => number));
        return shop;
    }

    /// <summary>Ratings with a pattern: even users like even items.</summary>
    public static List<(int User, int Item, double Rating)> Ratings(int users, int items)
    {
        var random = new SeededRandom(5);
        var rows = new List<(int, int, double)>();
        for (var user = 1; user <= users; user++)
        {
            for (var item = 1; item <= items; item++)
            {
                if (random.NextDouble() < 0.4)
                {
                    rows.Add((user, item, user % 2 == item % 2 ? 4 + random.Next(2) : 1 + random.Next(3)));
                }
            }
        }

        return rows;
    }

    public void Fill(IEnumerable<(int User, int Item, double Rating)> rows, Func<int, object> id)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var (user, item, rating) in rows)
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO Rating VALUES ($u, $i, $r, '2025-01-01')";
            insert.Parameters.AddWithValue("$u", id(user));
            insert.Parameters.AddWithValue("$i", id(item));
            insert.Parameters.AddWithValue("$r", rating);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public SqliteConnection Open(string extra = "")
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False{extra}");
        connection.Open();
        return connection;
    }

    public int Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public object? Scalar(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public static TrainingRequest Request(string algorithm = "Bias", string table = "Rating", string model = "Shop") => new()
    {
        Algorithm = algorithm,
        ModelName = model,
        Source = new InteractionSource { Table = table },
        Top = 5,
    };

    public TrainingResult Train(TrainingRequest? request = null, IRunObserver? observer = null, CancellationToken cancellation = default) =>
        TrainingRun.Execute(request ?? Request(), Connection, observer ?? SilentObserver.Instance, cancellation);

    /// <summary>The error of a run that must fail, after a look that the last publication still reads as it did.</summary>
    public RecException Fails(TrainingRequest request)
    {
        var before = Published();
        var error = Assert.Throws<RecException>(() => Train(request));
        Assert.Equal(before, Published());
        return error;
    }

    /// <summary>All published recommendations of the model Shop as text; empty where there are none.</summary>
    public string Published()
    {
        if (Convert.ToInt64(Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name = 'rec_Shop_Recommendation'"), null) == 0)
        {
            return "";
        }

        return (string)Scalar("SELECT group_concat(UserId || '|' || Rank || '|' || ItemId || '|' || Score, ';') FROM (SELECT * FROM rec_Shop_Recommendation ORDER BY UserId, Rank)")!;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
