using Microsoft.SqlServer.Dac.Model;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>The tables of groups as SQL Server makes them, and the query of the documentation that places customers.</summary>
public class ClusterTableTests
{
    [Fact]
    public void The_query_that_places_customers_fits_the_table_that_is_published() => Assert.Empty(Problems(ClusterTables.FeatureTable));

    [Theory]
    [InlineData("ClusterId")]
    [InlineData("Feature")]
    [InlineData("IsLogarithm")]
    [InlineData("Offset")]
    [InlineData("Scale")]
    [InlineData("Center")]
    public void It_would_not_fit_if_a_column_were_called_otherwise(string column) => Assert.NotEmpty(Problems(
        new TableSpec([.. ClusterTables.FeatureTable.Columns.Select(own => own.Name == column ? own with { Name = "Other" } : own)], [])));

    [Fact]
    public void Every_table_of_groups_is_valid()
    {
        using var model = new TSqlModel(SqlServerVersion.Sql130, new TSqlModelOptions());
        model.AddObjects("CREATE SCHEMA rec;");
        var members = ClusterMemberRows.MemberTable(IdSet.FromTexts(["a"], "nvarchar(20) COLLATE Latin1_General_CI_AS"), hasLeaves: true);
        foreach (var (name, table) in new[] { ("Cluster", ClusterTables.ClusterTable), ("ClusterFeature", ClusterTables.FeatureTable), ("ClusterMember", members), ("Merge", ClusterTables.MergeTable) })
        {
            model.AddObjects(SqlServerTypes.CreateTable($"[rec].[Shop_{name}_v1]", table));
        }

        Assert.Empty(model.Validate().Select(message => message.ToString()));
    }

    private static List<string> Problems(TableSpec features)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql130, new TSqlModelOptions());
        model.AddObjects("CREATE SCHEMA rec;");
        model.AddObjects("CREATE TABLE dbo.NewCustomer (CustomerId int NOT NULL, Age int NOT NULL, Income money NOT NULL);");
        model.AddObjects(SqlServerTypes.CreateTable("[rec].[Segments_ClusterFeature]", features));
        model.AddObjects($"CREATE PROCEDURE dbo.Place AS BEGIN\n{Documentation.SqlOf("customers.md")[0]}\nEND;");
        return [.. model.Validate().Select(message => message.ToString())];
    }
}
