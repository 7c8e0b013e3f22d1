using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>The T-SQL, looked at by SQL Server's own parser and model on any machine.</summary>
public partial class StatementTests
{
    private static readonly StatementLibrary Library = SqlServerDatabase.Library;

    public static TheoryData<string> Names
    {
        get
        {
            const string Start = "sql/";
            var names = typeof(StatementLibrary).Assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)
                    && (name.StartsWith(Start + "SqlServer/", StringComparison.Ordinal) || name.StartsWith(Start + "Common/", StringComparison.Ordinal)))
                .Select(name => name[(name.IndexOf('/', Start.Length) + 1)..^".sql".Length])
                .Where(name => !name.EndsWith("Guard", StringComparison.Ordinal));
            return [.. names.Distinct()];
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_statement_parses(string name)
    {
        var text = Placeholder().Replace(Library[name], match => match.Value is "{Version}" ? "1" : match.Value is "{Columns}" or "{Key}" ? "[a]" : "[rec].[b]");
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.Empty(Errors(text));
    }

    [Fact]
    public void The_install_script_parses_batch_by_batch()
    {
        var script = SchemaInstaller.InstallScript(DatabaseProvider.SqlServer);
        Assert.Empty(Errors(script));
        Assert.Contains("\nGO\n", script, StringComparison.Ordinal);
        Assert.Contains("IF OBJECT_ID(N'rec.Run', N'U') IS NULL", script, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_is_valid_as_a_database_model()
    {
        using var model = TransactSql.EmptyModel();
        foreach (var file in Library.Steps().SelectMany(step => step.Files).Where(file => Folder(file) is not ("Schema" or "Columns" or "Roles")).Distinct())
        {
            foreach (var declaration in TransactSql.Declarations(Library[file].Replace("CREATE OR ALTER", "CREATE", StringComparison.Ordinal)))
            {
                model.AddObjects(declaration);
            }
        }

        // What belongs to the system is not in the model.
        var messages = model.Validate().Select(message => message.ToString())
            .Where(message => !message.Contains("[sys].[sp_executesql]", StringComparison.Ordinal) && !message.Contains("[sys].[columns]", StringComparison.Ordinal));
        Assert.All(messages, message => Assert.Fail(message));
        Assert.Equal(7, model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Table).Count());
        Assert.Equal(5, model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Procedure).Count());
        Assert.Equal(3, model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Role).Count());
    }

    [Fact]
    public void A_result_table_and_its_view_are_valid_too()
    {
        using var model = TransactSql.EmptyModel();
        TransactSql.AddPublished(model, "Shop_Recommendation", new TableSpec(
            [new("UserId", CellKind.Text, "nvarchar(20) COLLATE Latin1_General_CI_AS"), new("Rank", CellKind.Int64, "int"), new("Score", CellKind.Float64, "real"), new("Reason", CellKind.Text)],
            ["UserId", "Rank"]));
        Assert.Empty(model.Validate().Select(message => message.ToString()));
    }

    // The oldest server that is supported, and the newest parser there is.
    private static IEnumerable<string> Errors(string text) =>
        new TSqlParser[] { new TSql150Parser(initialQuotedIdentifiers: true), new TSql180Parser(initialQuotedIdentifiers: true) }.SelectMany(parser =>
        {
            parser.Parse(new StringReader(text), out var errors);
            return errors.Select(error => $"{parser.GetType().Name}, line {error.Line}: {error.Message}");
        });

    private static string Folder(string file) => file.Split('/')[0];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
