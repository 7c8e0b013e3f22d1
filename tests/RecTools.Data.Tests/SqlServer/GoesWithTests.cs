using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>The procedure that answers for a basket, and the query that it makes, against the table that a run publishes.</summary>
public class GoesWithTests
{
    private static readonly TableSpec Table = GoesWithRows.GoesWithTable(IdSet.FromTexts(["a"], "nvarchar(20) COLLATE Latin1_General_CI_AS"));

    [Fact]
    public void The_query_that_the_procedure_makes_fits_the_table_that_is_published() => Assert.Empty(Problems(Table));

    [Theory]
    [InlineData("ItemId")]
    [InlineData("RuleId")]
    [InlineData("GoesWithItemId")]
    [InlineData("AntecedentSize")]
    [InlineData("Count")]
    [InlineData("Confidence")]
    [InlineData("Lift")]
    public void It_would_not_fit_if_a_column_were_called_otherwise(string column)
    {
        var renamed = new TableSpec([.. Table.Columns.Select(own => own.Name == column ? own with { Name = "Other" } : own)], []);
        Assert.NotEmpty(Problems(renamed));
    }

    // The query as a procedure of its own, and the view as a run makes it.
    private static List<string> Problems(TableSpec table)
    {
        using var model = TransactSql.EmptyModel();
        TransactSql.AddPublished(model, "Shop_GoesWith", table);
        model.AddObjects($"CREATE PROCEDURE rec.Inner_GoesWith @Items nvarchar(max), @Top int AS BEGIN\n{TransactSql.DynamicQuery("Procedures/GoesWith", ("View", "[rec].[Shop_GoesWith]"))}\nEND;");
        return [.. model.Validate().Select(message => message.ToString())];
    }
}
