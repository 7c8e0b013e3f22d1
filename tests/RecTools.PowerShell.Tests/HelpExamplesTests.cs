using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RecTools.Tests;

/// <summary>A sample shop with a model of each kind, and files, made once; each page gets a copy.</summary>
public sealed class ExampleShop : IDisposable
{
    private readonly Session session = new();

    public ExampleShop() => session.Run($$"""
        $null = Connect-RecDatabase -Path '{{session.Database}}'
        $null = New-RecSampleData -Customers 120 -Products 60
        $null = Invoke-RecTraining ImplicitAls Views -Table PageView -Option @{ Factors = 8; Sweeps = 3 }
        $null = Invoke-RecTraining ImplicitAls Views -Table PageView -Option @{ Factors = 8; Sweeps = 4 }
        $null = Invoke-RecTraining Als Stars -Table Rating -Option @{ Factors = 8; Sweeps = 3 }
        $null = Invoke-RecTraining AssociationRules Basket -Table OrderLine -Option @{ MinSupport = 0.01 }
        $null = Invoke-RecTraining KMeans Segments -Table OrderLine -TimeColumn OrderedAt -OrderFeature Recency, Monetary -Option @{ ClusterCount = 3 }
        """);

    /// <summary>Copies the database, with what its session has not brought into the file yet.</summary>
    public void CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(session.Folder, "shop.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => session.Dispose();
}

/// <summary>The examples of the help run as they stand.</summary>
public class HelpExamplesTests(ExampleShop shop) : IClassFixture<ExampleShop>
{
    // A block with this word behind its language is shown, and not run.
    private const string NotRun = "server";

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "cmdlets"), "*.md").Select(page => Path.GetFileNameWithoutExtension(page)!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Examples_run_on_the_sample_shop(string command)
    {
        var folder = Directory.CreateTempSubdirectory("rectools-examples-").FullName;
        try
        {
            shop.CopyTo(folder);
            var examples = Blocks(command).Where(block => block.Word.Length == 0).Select(block => block.Code);
            var script = Path.Combine(folder, "examples.ps1");
            File.WriteAllText(script, $"""
                $ErrorActionPreference = 'Stop'
                Set-Location '{folder}'
                Import-Module '{Repository.Manifest}'
                $null = Connect-RecDatabase -Path shop.db
                Invoke-RecQuery 'SELECT CustomerId, ProductId, Rating FROM Rating' | Export-Csv ratings.csv
                Invoke-RecQuery 'SELECT OrderId, ProductId, Quantity FROM OrderLine' | Export-Csv orders.csv
                Invoke-RecQuery 'SELECT CustomerId, BirthYear FROM Customer' | Export-Csv customers.csv
                Set-Content nightly.job.json '{"{"} "Algorithm": "Popularity", "ModelName": "Nightly", "Table": "PageView" {"}"}'
                {string.Join("\n", examples)}
                """);
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Host, "-NonInteractive", script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var told = await errors;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"The examples of {command} end with {process.ExitCode}: {told}\n{output}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Those_that_need_a_server_have_parameters_that_there_are()
    {
        using var session = new Session();
        foreach (var (word, code) in Pages.SelectMany(page => Blocks(page.Data)))
        {
            Assert.True(word is "" or NotRun, $"A block is marked with the word '{word}'.");
            var tree = Parser.ParseInput(code, out _, out var problems);
            Assert.True(problems.Length == 0, code);
            foreach (var call in tree.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Where(call => call.GetCommandName()?.Contains("-Rec", StringComparison.Ordinal) == true))
            {
                var info = (CommandInfo)session.Run($"Get-Command {call.GetCommandName()}")[0].BaseObject;
                Assert.All(call.CommandElements.OfType<CommandParameterAst>(), parameter => Assert.NotNull(info.ResolveParameter(parameter.ParameterName)));
            }
        }
    }

    private static IEnumerable<(string Word, string Code)> Blocks(string command) =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "cmdlets", $"{command}.md")).ReplaceLineEndings("\n").Split("```powershell")[1..]
            .Select(block => (block.Split('\n')[0].Trim(), block[block.IndexOf('\n', StringComparison.Ordinal)..].Split("\n```")[0]));
}
