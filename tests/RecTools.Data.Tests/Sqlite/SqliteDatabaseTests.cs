using RecTools.Data;

namespace RecTools.Tests;

public class SqliteDatabaseTests
{
    private static readonly ColumnSpec[] AllKinds =
    [
        new("N", CellKind.Int64, null, true), new("R", CellKind.Float64, null, true), new("T", CellKind.Text, null, true),
        new("G", CellKind.Guid, null, true), new("D", CellKind.Time, null, true), new("B", CellKind.Blob, null, true),
    ];

    [Fact]
    public void Every_kind_of_cell_goes_in_and_comes_out_again()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        var guid = Guid.NewGuid();
        var time = new DateTime(2025, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(1234567);
        database.CreateTable("\"All\"", new TableSpec(AllKinds, []));
        var written = database.BulkWrite(
            "\"All\"", new GivenRows(AllKinds, [long.MinValue, 0.1, "Ünïcode 漢字 🎧", guid, time, new byte[] { 0, 255 }], [null, null, null, null, null, null]), CancellationToken.None);
        Assert.Equal(2, written);
        using var rows = database.Query("SELECT * FROM \"All\" ORDER BY rowid", CancellationToken.None);
        Assert.True(rows.Read());
        Assert.Equal((long.MinValue, 0.1, "Ünïcode 漢字 🎧"), (rows.GetInt64(0), rows.GetDouble(1), rows.GetText(2).ToString()));
        Assert.Equal((guid.ToString(), "2025-03-04 05:06:07.1234567"), (rows.GetText(3).ToString(), rows.GetText(4).ToString()));
        Assert.Equal([0, 255], rows.GetBytes(5).ToArray());
        Assert.True(rows.Read());
        Assert.All(Enumerable.Range(0, 6), column => Assert.Equal(CellKind.Null, rows.Kind(column)));
        Assert.False(rows.Read());
    }

    [Fact]
    public void A_column_s_kind_comes_from_its_declaration_or_else_from_the_first_row()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        database.Execute("CREATE TABLE T (A BIGINT, B VARCHAR(20), C DOUBLE, D DECIMAL(10,2), E); INSERT INTO T VALUES (1, 2, 3, 4.5, 'x')");
        using var rows = database.Query("SELECT A, B, C, D, E, A + 1 AS F FROM T", CancellationToken.None);
        Assert.Equal(
            [CellKind.Int64, CellKind.Text, CellKind.Float64, CellKind.Float64, CellKind.Text, CellKind.Int64], rows.Columns.Select(column => column.Kind));
        Assert.Equal(["BIGINT", "VARCHAR(20)", "DOUBLE", "DECIMAL(10,2)", null, null], rows.Columns.Select(column => column.Declared));
        Assert.Equal(["A", "B", "C", "D", "E"], database.ColumnsOf("T").Select(column => column.Name));
    }

    [Theory]
    [InlineData("DELETE FROM T", "QueryWrites")]
    [InlineData("SELECT 1; SELECT 2", "QueryWrites")]
    [InlineData("", "QueryWrites")]
    [InlineData("SELEC 1", "QueryFailed")]
    [InlineData("SELECT Nope FROM T", "QueryFailed")]
    [InlineData("SELECT * FROM TT", "TableNotFound")]
    public void What_is_no_good_query_is_refused(string sql, string errorId)
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        database.Execute("CREATE TABLE T (A int)");
        Assert.Equal(errorId, Assert.Throws<RecException>(() => database.Query(sql, CancellationToken.None)).ErrorId);
    }

    [Fact]
    public void A_long_query_is_cancelled_while_it_runs()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        using var stop = new CancellationTokenSource(200);
        Assert.ThrowsAny<OperationCanceledException>(() => database.Query(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n", stop.Token));
    }

    [Fact]
    public void What_fails_in_the_middle_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        ColumnSpec[] columns = [new("Id", CellKind.Int64)];
        database.CreateTable("T", new TableSpec(columns, ["Id"]));
        var error = Assert.Throws<RecException>(() => database.BulkWrite("T", new GivenRows(columns, [1L], [2L], [1L]), CancellationToken.None));
        Assert.Equal("WriteFailed", error.ErrorId);
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM T"));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => database.BulkWrite("T", new GivenRows(columns, [1L]), stop.Token));
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM T"));
    }

    [Fact]
    public void A_file_that_is_no_database_and_a_folder_that_is_not_there_are_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("text.db", "This is a text, and a long one at that, so that its first bytes are no header of a database at all. " + new string('x', 2000));
        Assert.Equal("DatabaseCorrupt", Assert.Throws<RecException>(() => Connections.ToFile(folder.File("text.db"))).ErrorId);
        Assert.Equal("DatabaseUnreachable", Assert.Throws<RecException>(() => Connections.ToFile(folder.File("no/such/folder.db"))).ErrorId);
        Assert.Equal("DatabaseUnreachable", Assert.Throws<RecException>(() => Connections.ToFile(folder.Root)).ErrorId);
    }
}
