using FsCheck;
using FsCheck.Fluent;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>The scripts that make and remove jobs, by SQL Server's own parser.</summary>
public class AgentScriptTests
{
    private static readonly AgentTiming Timing = AgentTiming.Of(new JobSchedule { At = new TimeOnly(3, 5), Days = [DayOfWeek.Sunday, DayOfWeek.Wednesday] });

    [Fact]
    public void They_parse_at_the_level_of_SQL_Server_2019()
    {
        Assert.NotNull(Parse(AgentJobStore.RegisterScript(Job("RecTools Views"))));
        Assert.NotNull(Parse(AgentJobStore.UnregisterScript("RecTools Views")));
    }

    [Fact]
    public void Any_name_comes_through_as_one_value_and_never_as_a_statement()
    {
        var plain = Statements(AgentJobStore.RegisterScript(Job("a")));
        var names = Gen.Elements("'", "''", "]", "[", "\"", ";", "--", "/*", "*/", "GO", " ", "%", "$(", "\u2019", "ü", "日", "x", "DROP TABLE rec.Run")
            .ArrayOf().Select(parts => string.Concat(parts)).Where(name => name.Length > 0);
        Prop.ForAll(names.ToArbitrary(), name =>
        {
            var job = Job(name) with { ProxyName = name, OutputFile = name, OperatorName = name, ScheduleName = name, Category = name, Command = name };
            var script = AgentJobStore.RegisterScript(job);
            var values = Values(script);
            foreach (var variable in new[] { "@JobName", "@ProxyName", "@OutputFile", "@OperatorName", "@ScheduleName", "@Category", "@Command" })
            {
                Assert.Equal(name, values[variable]);
            }

            Assert.Equal(plain, Statements(script));
            Assert.Equal(name, Values(AgentJobStore.UnregisterScript(name))["@JobName"]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_variable_that_the_statements_take_is_given_and_every_procedure_is_one_of_msdb()
    {
        foreach (var script in new[] { AgentJobStore.RegisterScript(Job("a")), AgentJobStore.UnregisterScript("a") })
        {
            var finder = new Finder();
            Parse(script).Accept(finder);
            Assert.Empty(finder.Used.Except(finder.Declared.Keys));
            Assert.All(finder.Procedures, procedure => Assert.StartsWith("msdb.dbo.sp_", procedure, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_not_given_is_empty_or_null_so_that_registering_again_takes_it_away()
    {
        var values = Values(AgentJobStore.RegisterScript(Job("a") with { Timing = null, Enabled = false }));
        Assert.Equal(("", "", ""), (values["@ProxyName"], values["@OutputFile"], values["@OperatorName"]));
        Assert.Equal((null, null, "0", "0"), (values["@FreqType"], values["@ScheduleName"], values["@NotifyLevel"], values["@Enabled"]));
    }

    [Theory]
    [InlineData("", 0, 4, 1, 1, 0, 30500)]
    [InlineData("Sunday,Wednesday", 0, 8, 9, 1, 1, 30500)]
    [InlineData("Saturday,Saturday", 15, 8, 64, 4, 1, 30500)]
    public void A_schedule_has_the_codes_of_msdb(string days, int every, int type, int interval, int subday, int recurrence, int start)
    {
        var schedule = new JobSchedule
        {
            At = new TimeOnly(3, 5),
            EveryMinutes = every,
            Days = [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)],
        };
        Assert.Equal(new AgentTiming(type, interval, subday, every, recurrence, start), AgentTiming.Of(schedule));
    }

    private static AgentJob Job(string name) => new(name, "trains", "RecTools", true, "rectools", Timing);

    private static TSqlFragment Parse(string script)
    {
        var parsed = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message}"));
        return parsed;
    }

    private static Dictionary<string, string?> Values(string script)
    {
        var finder = new Finder();
        Parse(script).Accept(finder);
        return finder.Declared;
    }

    private static List<string> Statements(string script)
    {
        var finder = new Finder();
        Parse(script).Accept(finder);
        return finder.Statements;
    }

    private sealed class Finder : TSqlFragmentVisitor
    {
        public Dictionary<string, string?> Declared { get; } = [];

        public HashSet<string> Used { get; } = [];

        public List<string> Procedures { get; } = [];

        public List<string> Statements { get; } = [];

        public override void Visit(TSqlStatement node) => Statements.Add(node.GetType().Name);

        public override void Visit(DeclareVariableElement node) => Declared[node.VariableName.Value] = node.Value switch
        {
            null or NullLiteral => null,
            Literal literal => literal.Value,
            _ => "",
        };

        // The name of a parameter is no variable.
        public override void Visit(ExecuteParameter node)
        {
            if (node.ParameterValue is VariableReference given)
            {
                Used.Add(given.Name);
            }
        }

        public override void Visit(BooleanIsNullExpression node)
        {
            if (node.Expression is VariableReference tested)
            {
                Used.Add(tested.Name);
            }
        }

        public override void Visit(ExecutableProcedureReference node) =>
            Procedures.Add(string.Join('.', node.ProcedureReference.ProcedureReference.Name.Identifiers.Select(part => part.Value)));
    }
}
