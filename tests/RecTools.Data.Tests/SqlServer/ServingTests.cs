using Microsoft.SqlServer.TransactSql.ScriptDom;
using RecTools.Algorithms;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>The procedures that serve, their queries against the tables that a run publishes, and who may run them.</summary>
public class ServingTests
{
    private static readonly StatementLibrary Library = SqlServerDatabase.Library;
    private static readonly IdSet Users = IdSet.FromTexts(["a"], "nvarchar(20) COLLATE Latin1_General_CI_AS");
    private static readonly IdSet Items = IdSet.FromNumbers([1], "int");

    public static TheoryData<string> Procedures => [.. FilesOf("Procedures")];

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Every_procedure_has_help_that_names_all_parameters(string file)
    {
        var procedure = Finder<CreateOrAlterProcedureStatement>.Only(file);
        Assert.Equal(file.Split('/')[1], procedure.ProcedureReference.Name.BaseIdentifier.Value);
        Assert.Equal("@Help", procedure.Parameters[^1].VariableName.Value);
        Assert.All(procedure.Parameters, parameter => Assert.NotNull(parameter.Value));
        var help = string.Join('\n', Finder<PrintStatement>.All(file).Select(print => ((StringLiteral)print.Expression).Value));
        Assert.All(procedure.Parameters.SkipLast(1), parameter => Assert.Contains($"  {parameter.VariableName.Value} ", help, StringComparison.Ordinal));
        Assert.Contains("\nColumns: ", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Every_refusal_has_a_number_and_a_sentence(string file) => Assert.All(Finder<ThrowStatement>.All(file), refusal =>
    {
        Assert.Contains(((IntegerLiteral)refusal.ErrorNumber).Value, new[] { "50400", "50401", "50402", "50404" });
        Assert.True(refusal.Message is VariableReference or StringLiteral { Value: [.., '.'] });
    });

    [Fact]
    public void The_queries_that_the_procedures_make_fit_the_tables_that_are_published() => Assert.Empty(Problems(null));

    [Theory]
    [InlineData("Recommendation.UserId")]
    [InlineData("Recommendation.Rank")]
    [InlineData("Recommendation.ItemId")]
    [InlineData("Recommendation.ReasonKind")]
    [InlineData("Fallback.Rank")]
    [InlineData("Fallback.ItemId")]
    [InlineData("Fallback.Score")]
    [InlineData("Fallback.Reason")]
    [InlineData("Fallback.ReasonKind")]
    [InlineData("SimilarItem.ItemId")]
    [InlineData("SimilarItem.Rank")]
    [InlineData("SimilarItem.SimilarItemId")]
    [InlineData("SimilarItem.Score")]
    public void They_would_not_fit_if_a_column_were_called_otherwise(string renamed) => Assert.NotEmpty(Problems(renamed));

    [Fact]
    public void Readers_may_run_every_procedure_and_select_from_every_function_and_nothing_else()
    {
        var granted = TransactSql.Declarations(Library["Grants/rec_reader"]).Order(StringComparer.Ordinal);
        var functions = FilesOf("Functions").Except(["Functions/IdParameter"]).Select(NameOf);
        var expected = FilesOf("Procedures").Select(NameOf).Append("IdParameter").Select(name => $"GRANT EXECUTE ON rec.{name} TO rec_reader;")
            .Concat(functions.Select(name => $"GRANT SELECT ON rec.{name} TO rec_reader;"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), granted);
    }

    [Fact]
    public void Trainers_get_nothing_outside_of_the_schema_but_the_right_to_make_tables_and_views() => Assert.Equal(
        [
            "GRANT ALTER ON SCHEMA::rec TO rec_trainer;",
            "GRANT CREATE TABLE TO rec_trainer;",
            "GRANT CREATE VIEW TO rec_trainer;",
            "GRANT INSERT, UPDATE, DELETE, EXECUTE ON SCHEMA::rec TO rec_trainer;",
            "GRANT SELECT ON SCHEMA::rec TO rec_trainer WITH GRANT OPTION;",
            "GRANT VIEW DEFINITION ON ROLE::rec_reader TO rec_trainer;",
        ],
        TransactSql.Declarations(Library["Grants/rec_trainer"]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_schema_does_not_belong_to_dbo() =>
        Assert.Equal(["ALTER AUTHORIZATION ON SCHEMA::rec TO rec_admin;"], TransactSql.Declarations(Library["Schema/Owner"]));

    [Fact]
    public void Whatever_the_steps_make_is_removed()
    {
        var script = Library["Schema/Drop"];
        foreach (var (folder, drop) in new[] { ("Procedures", "PROCEDURE IF EXISTS rec."), ("Functions", "FUNCTION IF EXISTS rec."), ("Tables", "TABLE IF EXISTS rec."), ("Roles", "ROLE IF EXISTS ") })
        {
            Assert.All(FilesOf(folder), file => Assert.Contains($"DROP {drop}{NameOf(file)};", script, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void What_the_documentation_shows_parses(int block) => Assert.NotEmpty(TransactSql.Parse(Documentation.SqlOf("serving.md")[block]).Batches);

    [Fact]
    public void The_documentation_shows_every_procedure()
    {
        var page = string.Join('\n', Documentation.SqlOf("serving.md"));
        Assert.All(FilesOf("Procedures"), file => Assert.Contains($"EXEC rec.{NameOf(file)} ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_SQL_Server_is_asked_to_grant_what_is_published()
    {
        Assert.NotNull(Library.Find("Views/Grant"));
        Assert.Null(SqliteDatabase.Library.Find("Views/Grant"));
    }

    private static List<string> Problems(string? renamed)
    {
        var data = new Interactions(Users, Items, new SparseMatrix(1, [0, 1], [0], [1]), null, HasValues: false);
        using var model = TransactSql.EmptyModel();
        foreach (var (result, table) in new[]
        {
            ("Recommendation", RecommendationRows.RecommendationTable(data)), ("Fallback", FallbackRows.FallbackTable(data)), ("SimilarItem", SimilarItemRows.SimilarItemTable(Items)),
        })
        {
            TransactSql.AddPublished(model, $"Shop_{result}", new TableSpec(
                [.. table.Columns.Select(column => $"{result}.{column.Name}" == renamed ? column with { Name = "Other" } : column)], []));
        }

        var recommend = TransactSql.DynamicQuery("Procedures/Recommend", ("View", "[rec].[Shop_Recommendation]"), ("Fallback", "[rec].[Shop_Fallback]"));
        var withoutFallback = TransactSql.DynamicQuery("Procedures/Recommend", ("View", "[rec].[Shop_Recommendation]"), ("Fallback", "(SELECT TOP (0) * FROM [rec].[Shop_Recommendation])"));
        var similar = TransactSql.DynamicQuery("Procedures/SimilarItem", ("View", "[rec].[Shop_SimilarItem]"));
        model.AddObjects($"CREATE PROCEDURE rec.Inner_Recommend @UserId nvarchar(4000), @Top int AS BEGIN\n{recommend}\nEND;");
        model.AddObjects($"CREATE PROCEDURE rec.Inner_WithoutFallback @UserId nvarchar(4000), @Top int AS BEGIN\n{withoutFallback}\nEND;");
        model.AddObjects($"CREATE PROCEDURE rec.Inner_SimilarItem @ItemId bigint, @Top int AS BEGIN\n{similar}\nEND;");
        return [.. model.Validate().Select(message => message.ToString())];
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Library.Steps().SelectMany(step => step.Files).Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal)).Distinct();

    private static string NameOf(string file) => file.Split('/')[1];

    private sealed class Finder<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        private readonly List<T> found = [];

        public static List<T> All(string file)
        {
            var finder = new Finder<T>();
            TransactSql.Parse(Library[file]).Accept(finder);
            return finder.found;
        }

        public static T Only(string file) => Assert.Single(All(file));

        public override void Visit(TSqlFragment node)
        {
            if (node is T one)
            {
                found.Add(one);
            }
        }
    }
}
