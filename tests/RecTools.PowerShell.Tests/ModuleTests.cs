using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using System.Xml.Linq;
using Microsoft.Data.SqlClient;

namespace RecTools.Tests;

/// <summary>Tests of what a process has one of, such as the connection that completion goes by: nothing else may run beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The module as a whole.</summary>
[Collection(nameof(Alone))]
public class ModuleTests
{
    private static readonly string[] Cmdlets =
    [
        "Compare-RecModel", "Connect-RecDatabase", "Disconnect-RecDatabase", "Export-RecEmbedding", "Export-RecModel", "Find-RecAssociationRule", "Find-RecCluster", "Get-RecModel", "Get-RecPrediction", "Get-RecRecommendation", "Get-RecRun",
        "Get-RecSimilarItem", "Get-RecSimilarUser", "Import-RecInteraction", "Import-RecModel", "Install-RecSchema", "Invoke-RecQuery", "Invoke-RecTraining", "Measure-RecModel", "New-RecReport", "New-RecSampleData", "New-RecTrainingConfig", "Optimize-RecModel", "Publish-RecModel",
        "Register-RecAgentJob", "Remove-RecModel", "Test-RecEnvironment", "Undo-RecRun", "Uninstall-RecSchema", "Unregister-RecAgentJob",
    ];

    [Fact]
    public void It_exports_its_cmdlets_and_nothing_else()
    {
        using var session = new Session();
        var names = session.Run("Get-Command -Module RecTools | ForEach-Object { $_.Name }").Select(name => (string)name.BaseObject);
        Assert.Equal(Cmdlets, names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_driver_lives_beside_another_version_that_the_session_loaded_before()
    {
        // What happens when dbatools or the SqlServer module came first: their SqlClient is in the default context, and used.
        using var theirs = new SqlConnection("Data Source=nowhere");
        var their = typeof(SqlConnection).Assembly;
        Assert.Equal(6, their.GetName().Version!.Major);
        using var session = new Session();
        var error = session.Fail("Connect-RecDatabase -SqlInstance 'tcp:127.0.0.1,1' -Database x -TrustServerCertificate -Encrypt Optional");
        Assert.Equal("DatabaseUnreachable,RecTools.PowerShell.ConnectRecDatabase", error.FullyQualifiedErrorId);
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name == "Microsoft.Data.SqlClient").ToList();
        Assert.Contains(their, loaded);
        var ours = Assert.Single(loaded, assembly => assembly != their);
        Assert.Equal(7, ours.GetName().Version!.Major);
        Assert.Equal("RecTools", AssemblyLoadContext.GetLoadContext(ours)!.Name);
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(their));
    }

    [Fact]
    public void Only_the_contracts_show_in_the_signatures_of_cmdlets()
    {
        using var session = new Session();
        foreach (var command in session.Run("Get-Command -Module RecTools").Select(item => (CmdletInfo)item.BaseObject))
        {
            foreach (var parameter in command.Parameters.Values)
            {
                Assert.DoesNotContain("RecTools.Training", parameter.ParameterType.Assembly.FullName, StringComparison.Ordinal);
                Assert.DoesNotContain("RecTools.Data", parameter.ParameterType.Assembly.FullName, StringComparison.Ordinal);
            }

            var writes = command.ImplementingType.GetCustomAttributes(typeof(CmdletAttribute), false).Cast<CmdletAttribute>().Single().SupportsShouldProcess;
            var verb = command.Verb;
            Assert.Equal(verb is not ("Get" or "Find" or "Test" or "Measure" or "Compare" or "Connect" or "Disconnect") && command.Name != "Invoke-RecQuery", writes);
        }
    }

    [Fact]
    public void Importing_it_loads_neither_driver_nor_engine()
    {
        var script = $"Import-Module '{Repository.Manifest}'; [AppDomain]::CurrentDomain.GetAssemblies().ForEach({{ $_.GetName().Name }})";
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Host, "-Command", script]) { RedirectStandardOutput = true })!;
        var names = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        Assert.Contains("RecTools.PowerShell", names);
        Assert.DoesNotContain("RecTools.Training", names);
        Assert.DoesNotContain("Microsoft.Data.SqlClient", names);
        Assert.DoesNotContain("Microsoft.Data.Sqlite", names);
        Assert.DoesNotContain("RecTools.Reporting", names);
        Assert.DoesNotContain("ScottPlot", names);
    }

    [Fact]
    public void It_draws_plots_with_a_drawing_library_of_its_own()
    {
        using var session = new Session();
        session.Run($"$null = Connect-RecDatabase -Path '{session.Database}'");
        var engine = AssemblyLoadContext.All.Single(context => context.Name == "RecTools");
        var plot = engine.LoadFromAssemblyName(new AssemblyName("RecTools.Reporting")).GetType("RecTools.Reporting.ScatterPlot", throwOnError: true)!;
        var path = Path.Combine(session.Folder, "plot.png");
        var data = new ScatterData { Title = "Two", X = [0, 1], Y = [0, 1], ClusterOf = [0, 1], Clusters = [new(1, "a", 1), new(2, "b", 1)] };
        plot.GetMethod("Write")!.Invoke(null, [data, path]);
        Assert.True(new FileInfo(path).Length > 1000);
        Assert.Contains(engine.Assemblies, assembly => assembly.GetName().Name == "SkiaSharp");
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == "SkiaSharp");
        var native = Process.GetCurrentProcess().Modules.Cast<ProcessModule>().Single(module => module.FileName.Contains("libSkiaSharp", StringComparison.Ordinal));
        Assert.StartsWith(Path.Combine(Repository.Root, "module", "bin", "engine", "runtimes"), native.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_public_result_has_a_table_and_a_list_view_of_its_own()
    {
        using var session = new Session();
        var files = session.Run("(Get-Module RecTools).ExportedFormatFiles").Select(file => file.ToString()!);
        var views = files.SelectMany(file => XDocument.Load(file).Descendants("View")).ToList();
        foreach (var name in session.Run("(Get-Command -Module RecTools).OutputType.Name.Where({ $_ })").Select(item => (string)item.BaseObject).Distinct()
            .Where(name => name.StartsWith("RecTools.", StringComparison.Ordinal)))
        {
            var own = views.Where(view => view.Descendants("TypeName").Any(type => type.Value == name)).ToList();
            Assert.True(own.Any(view => view.Element("TableControl") is not null), $"{name} has no table view.");
            Assert.True(own.Any(view => view.Element("ListControl") is not null), $"{name} has no list view: run src/RecTools.Help.");
        }
    }

    [Fact]
    public void The_evidence_of_a_recommendation_reads_as_sentences()
    {
        using var session = Session.WithModel();
        var script = $"Import-Module '{Repository.Manifest}'; $null = Connect-RecDatabase '{session.Database}'; Get-RecRecommendation Shop 1 -Top 1 -Explain | Format-List";
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Host, "-Command", script]) { RedirectStandardOutput = true })!;
        var shown = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Matches(@"Evidence\s*: \d+ adds -?\d\.\d{4}; \d+ adds", shown);
    }

    [Fact]
    public void Algorithms_options_and_models_are_completed()
    {
        using var session = Session.WithModel();
        string[] Complete(string line) =>
            [.. session.Run("param($line) (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.ForEach({ $_.CompletionText })".Replace(
                "param($line)", $"$line = '{line.Replace("'", "''", StringComparison.Ordinal)}';", StringComparison.Ordinal)).Select(match => match.ToString())];

        Assert.Contains("ImplicitAls", Complete("Invoke-RecTraining -Algorithm Imp"));
        Assert.Contains("Shop", Complete("Get-RecRecommendation -ModelName S"));
        Assert.Contains(Complete("Invoke-RecTraining -Algorithm Als -Option @"), text => text.Contains("Factors", StringComparison.Ordinal));
    }
}
