using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>The procedure that answers for a basket, and the query that it makes, against the table that a run publishes.</summary>
public class GoesWithTests
{
    private static readonly StatementLibrary Library = SqlServerDatabase.Library;
    private static readonly TableSpec Table = GoesWithRows.GoesWithTable(IdSet.FromTexts(["a"], "nvarchar(20) COLLATE Latin1_General_CI_AS"));

    [Fact]
    public void Every_procedure_has_help()
    {
        var procedures = Library.Steps().SelectMany(step => step.Files).Where(file => file.StartsWith("Procedures/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(procedures);
        Assert.All(procedures, file => Assert.Contains("@Help ", Library[file], StringComparison.Ordinal));
    }

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
        using var model = new TSqlModel(SqlServerVersion.Sql130, new TSqlModelOptions());
        model.AddObjects("CREATE SCHEMA rec;");
        model.AddObjects(SqlServerTypes.CreateTable("[rec].[Shop_GoesWith_v1]", table));
        model.AddObjects(Library["Views/Point"].Replace("CREATE OR ALTER", "CREATE", StringComparison.Ordinal)
            .Replace("{View}", "[rec].[Shop_GoesWith]", StringComparison.Ordinal)
            .Replace("{Columns}", string.Join(", ", table.Columns.Select(column => SqlServerTypes.Quote(column.Name))), StringComparison.Ordinal)
            .Replace("{Table}", "[rec].[Shop_GoesWith_v1]", StringComparison.Ordinal));
        model.AddObjects($"CREATE PROCEDURE rec.Inner_GoesWith @Items nvarchar(max), @Top int AS BEGIN\n{InnerQuery()}\nEND;");
        return [.. model.Validate().Select(message => message.ToString())];
    }

    private static string InnerQuery()
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(Library["Procedures/GoesWith"]), out var errors);
        Assert.Empty(errors);
        var finder = new SqlFinder();
        script.Accept(finder);
        return Text(Assert.Single(finder.Values));
    }

    private static string Text(ScalarExpression value) => value switch
    {
        StringLiteral literal => literal.Value,
        VariableReference { Name: "@View" } => "[rec].[Shop_GoesWith]",
        BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } sum => Text(sum.FirstExpression) + Text(sum.SecondExpression),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private sealed class SqlFinder : TSqlFragmentVisitor
    {
        public List<ScalarExpression> Values { get; } = [];

        public override void Visit(DeclareVariableElement node)
        {
            if (node.VariableName.Value == "@Sql")
            {
                Values.Add(node.Value);
            }
        }
    }
}
