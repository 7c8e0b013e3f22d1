using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>T-SQL looked at by SQL Server's own parser and model.</summary>
internal static class TransactSql
{
    private static readonly StatementLibrary Library = SqlServerDatabase.Library;

    /// <summary>A script as the parser of SQL Server 2019 sees it.</summary>
    public static TSqlScript Parse(string text)
    {
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message}"));
        return script;
    }

    /// <summary>The statements of a script that declare something: those that stand in it, and those within EXEC (N'...'), which runs them where the server knows them.</summary>
    public static IEnumerable<string> Declarations(string text) => Parse(text).Batches.SelectMany(batch => batch.Statements).SelectMany(statement => statement switch
    {
        IfStatement { ThenStatement: var then } => Executed(then).SelectMany(Declarations),
        _ => [text.Substring(statement.StartOffset, statement.FragmentLength)],
    });

    /// <summary>A database with the toolkit's schema and its roles, and nothing in them.</summary>
    public static TSqlModel EmptyModel()
    {
        var model = new TSqlModel(SqlServerVersion.Sql130, new TSqlModelOptions());
        foreach (var role in Library.Steps().SelectMany(step => step.Files).Where(file => file.StartsWith("Roles/", StringComparison.Ordinal)).Distinct())
        {
            model.AddObjects(Library[role]);
        }

        model.AddObjects("CREATE SCHEMA rec AUTHORIZATION rec_admin;");
        return model;
    }

    /// <summary>Adds a published table with its view, as a run makes them.</summary>
    public static void AddPublished(TSqlModel model, string name, TableSpec table)
    {
        model.AddObjects(SqlServerTypes.CreateTable($"[rec].[{name}_v1]", table));
        model.AddObjects(Library["Views/Point"].Replace("CREATE OR ALTER", "CREATE", StringComparison.Ordinal)
            .Replace("{View}", $"[rec].[{name}]", StringComparison.Ordinal)
            .Replace("{Columns}", string.Join(", ", table.Columns.Select(column => SqlServerTypes.Quote(column.Name))), StringComparison.Ordinal)
            .Replace("{Table}", $"[rec].[{name}_v1]", StringComparison.Ordinal));
    }

    /// <summary>The query that a procedure puts together when it runs.</summary>
    /// <param name="procedure">The procedure's file.</param>
    /// <param name="values">What the variables in it hold, without their @.</param>
    public static string DynamicQuery(string procedure, params (string Name, string Value)[] values)
    {
        var finder = new SqlFinder();
        Parse(Library[procedure]).Accept(finder);
        return Text(Assert.Single(finder.Values), values.ToDictionary(pair => "@" + pair.Name, pair => pair.Value, StringComparer.Ordinal));
    }

    private static string Text(ScalarExpression value, Dictionary<string, string> values) => value switch
    {
        StringLiteral literal => literal.Value,
        VariableReference variable => values[variable.Name],
        BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } sum => Text(sum.FirstExpression, values) + Text(sum.SecondExpression, values),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static IEnumerable<string> Executed(TSqlStatement statement) =>
        statement is ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList strings } ? strings.Strings.OfType<StringLiteral>().Select(literal => literal.Value) : [];

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
