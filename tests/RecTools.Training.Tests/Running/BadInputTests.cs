using Microsoft.Data.Sqlite;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>Every kind of bad input gives a message that says what and what to do, and leaves the last publication as it was.</summary>
public class BadInputTests
{
    [Fact]
    public void A_missing_table_is_named_with_the_nearest_there_is()
    {
        using var shop = Trained();
        var error = shop.Fails(Shop.Request(table: "Ratings"));
        Assert.Equal("TableNotFound", error.ErrorId);
        Assert.Contains("'Ratings'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Rating'", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named_with_the_columns_there_are()
    {
        using var shop = Trained();
        var error = shop.Fails(Shop.Request() with { Source = new InteractionSource { Table = "Rating", ValueColumn = "Stars" } });
        Assert.Equal("ColumnNotFound", error.ErrorId);
        Assert.Contains("'Stars'", error.Message, StringComparison.Ordinal);
        Assert.Contains("UserId, ItemId, Rating, RatedAt", error.Message, StringComparison.Ordinal);
        Assert.Contains("-ValueColumn", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_source_says_so()
    {
        using var shop = Trained();
        shop.Execute("CREATE TABLE Bare (UserId int, ItemId int, Rating real)");
        var error = shop.Fails(Shop.Request(table: "Bare"));
        Assert.Equal("SourceEmpty", error.ErrorId);
        Assert.Contains("Bare has no rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_ids_just_work_and_keep_their_type()
    {
        using var shop = Shop.WithRatings(idType: "nvarchar(20)", id: number => $"Ünit-{number:000}");
        var result = shop.Train();
        Assert.Equal(40, result.UserCount);
        Assert.StartsWith("Ünit-0", (string)shop.Scalar("SELECT UserId FROM rec_Shop_Recommendation WHERE Rank = 1 LIMIT 1")!, StringComparison.Ordinal);
        Assert.Equal("nvarchar(20)", shop.Scalar("SELECT type FROM pragma_table_info('rec_Shop_Recommendation') WHERE name = 'ItemId'"));
        Assert.True((long)shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation r JOIN Rating t ON t.UserId = r.UserId")! > 0);
    }

    [Fact]
    public void Guid_ids_just_work()
    {
        using var shop = Shop.WithRatings(idType: "uniqueidentifier", id: number => new Guid(number, 0, 0, new byte[8]).ToString());
        Assert.Equal((40, 25), (shop.Train().UserCount, shop.Train().ItemCount));
        Assert.True(Guid.TryParse((string)shop.Scalar("SELECT UserId FROM rec_Shop_Recommendation LIMIT 1")!, out _));
    }

    [Fact]
    public void Null_ids_and_values_that_are_no_numbers_are_set_aside_counted_and_shown()
    {
        using var shop = Shop.WithRatings();
        shop.Execute("INSERT INTO Rating VALUES (NULL, 1, 3, NULL), (1, NULL, 3, NULL), (2, 3, NULL, '2025-01-01'), (3, 3, 'NaN', '2025-01-01'), (4, 3, '1e400', '2025-01-01'), (5, 3, 9e999, '2025-01-01')");
        var warnings = new Listener();
        var result = shop.Train(observer: warnings);
        Assert.Equal(6, result.RowsRejected);
        var reasons = result.Rejected.ToDictionary(row => row.Reason, row => row);
        Assert.Equal(1, reasons["user id is NULL"].Count);
        Assert.Equal(1, reasons["item id is NULL"].Count);
        Assert.Equal(1, reasons["value is NULL"].Count);
        Assert.Equal(1, reasons["value is NaN"].Count);
        Assert.Equal(2, reasons["value is infinite or too large"].Count);
        Assert.Contains("Rating=", reasons["value is NaN"].Example, StringComparison.Ordinal);
        Assert.Contains(warnings.Warnings, text => text.StartsWith("6 of ", StringComparison.Ordinal));
        Assert.Equal(5L, shop.Scalar("SELECT COUNT(*) FROM rec_RejectedRow"));
    }

    [Fact]
    public void Numbers_with_a_decimal_comma_are_recognised_as_such()
    {
        using var shop = Trained();
        shop.Execute("CREATE TABLE Comma (UserId int, ItemId int, Rating text); INSERT INTO Comma SELECT UserId, ItemId, '3,5' FROM Rating");
        var error = shop.Fails(Shop.Request(table: "Comma"));
        Assert.Equal("TooManyRejected", error.ErrorId);
        Assert.Contains("text with a comma", error.Message, StringComparison.Ordinal);
        Assert.Contains("REPLACE", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_is_read_only_says_so()
    {
        using var shop = Trained();
        shop.Connection = Connections.FromString($"Data Source={shop.FilePath};Mode=ReadOnly");
        var error = shop.Fails(Shop.Request());
        Assert.Equal("DatabaseReadOnly", error.ErrorId);
        Assert.Contains(shop.FilePath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_is_locked_says_so()
    {
        using var shop = Trained();
        shop.Connection = Connections.FromString($"Data Source={shop.FilePath};Default Timeout=1");
        using var other = shop.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        var error = shop.Fails(Shop.Request());
        Assert.Equal("DatabaseLocked", error.ErrorId);
        Assert.Contains("locked by another program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_is_full_says_so_and_the_last_publication_stays()
    {
        using var disk = SmallDisk.Mount(megabytes: 2);
        using var shop = Shop.WithRatings(users: 400, folder: disk.Folder);
        shop.Train();

        // A little more than the least that the results take, which is less than they do.
        const int Left = 450_000;
        File.WriteAllBytes(Path.Combine(disk.Folder, "other"), new byte[new DriveInfo(disk.Folder).AvailableFreeSpace - Left]);
        var error = shop.Fails(Shop.Request("ImplicitAls") with { Top = 20 });
        Assert.Equal(("DiskFull", RecErrorKind.Limit), (error.ErrorId, error.Kind));
        Assert.Contains($"The disk of {shop.FilePath} is full", error.Message, StringComparison.Ordinal);
        Assert.Contains("Make room", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_that_would_not_find_room_are_told_of_before_anything_is_fitted()
    {
        using var disk = SmallDisk.Mount(megabytes: 2);
        using var shop = Shop.WithRatings(users: 400, folder: disk.Folder);
        var error = shop.Fails(Shop.Request("ImplicitAls") with { EvidenceTop = 100, Top = 25 });
        Assert.Equal("DiskFull", error.ErrorId);
        Assert.Contains("MB or more, and there is room for", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was fitted.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_cannot_grow_keeps_what_it_had()
    {
        // A limit on the file's pages gives the same error as a full disk, without a disk of its own.
        using var shop = Trained();
        using var database = Database.Open(shop.Connection);
        using var limit = database.Connection.CreateCommand();
        limit.CommandText = "PRAGMA page_count";
        var pages = (long)limit.ExecuteScalar()!;
        limit.CommandText = $"PRAGMA max_page_count = {pages + 4}";
        limit.ExecuteNonQuery();
        var before = shop.Published();
        database.CreateTable("Big", new TableSpec([new ColumnSpec("Text", CellKind.Text)], []));
        var error = Assert.Throws<RecException>(() => database.BulkWrite("Big", new Repeated(new string('x', 2000), 5000), CancellationToken.None));
        Assert.Equal("DiskFull", error.ErrorId);
        Assert.Equal(before, shop.Published());
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM Big"));
    }

    [Theory]
    [InlineData("Damping", "OptionUnknown", "Did you mean")]
    [InlineData("UserDampin", "OptionUnknown", "Did you mean 'UserDamping'")]
    public void A_wrong_option_name_gets_the_nearest_right_one(string name, string errorId, string expected)
    {
        using var shop = Trained();
        var error = shop.Fails(Shop.Request() with { Options = new Dictionary<string, object?> { [name] = 3 } });
        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected == "Did you mean" ? "UserDamping" : expected, error.Message + error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Top_zero_is_refused()
    {
        using var shop = Trained();
        var error = shop.Fails(Shop.Request() with { Top = 0 });
        Assert.Equal("TopOutOfRange", error.ErrorId);
        Assert.Contains("-Top is 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("-NoPublish", error.Action, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sh'op", "'''")]
    [InlineData("Shop; DROP TABLE Rating", "';'")]
    [InlineData("Shop]", "']'")]
    [InlineData("\"Shop\"", "'\"'")]
    public void A_model_name_that_could_break_out_of_a_statement_is_refused(string name, string shown)
    {
        using var shop = Trained();
        var error = shop.Fails(Shop.Request(model: name));
        Assert.Equal("ModelNameInvalid", error.ErrorId);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
        Assert.Contains("letters, digits", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_name_with_blanks_dots_and_dashes_works()
    {
        using var shop = Shop.WithRatings();
        var result = shop.Train(Shop.Request(model: "My shop-2.0"));
        Assert.Equal(["\"rec_My shop-2.0_Fallback\"", "\"rec_My shop-2.0_Recommendation\""], result.Published.Select(table => table.Name));
        Assert.Equal(200L, shop.Scalar($"SELECT COUNT(*) FROM {result.Published[1].Name}"));
    }

    private static Shop Trained()
    {
        var shop = Shop.WithRatings();
        shop.Train();
        Assert.NotEmpty(shop.Published());
        return shop;
    }

    private sealed class Repeated(string text, int rows) : RowReader
    {
        private int left = rows;

        public override IReadOnlyList<ColumnSpec> Columns { get; } = [new("Text", CellKind.Text)];

        public override bool Read() => left-- > 0;

        public override CellKind Kind(int column) => CellKind.Text;

        public override ReadOnlySpan<char> GetText(int column) => text;
    }
}
