namespace RecTools.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void Commands_of_the_module_are_there_without_importing_it()
    {
        HostResult result = HostProcess.Run("-c", "Get-RecModel");
        Assert.Contains("ErrorId: NotConnected", result.Error, StringComparison.Ordinal);
        Assert.Equal("True\n", HostProcess.Run("-c", "(Get-Command -Module RecTools).Count -gt 5").Output);
    }

    [Fact]
    public void Objects_of_the_module_are_shown_in_its_views()
    {
        using ScriptFile script = new("""
            Import-Module RecTools
            [RecTools.MetricValue[]] (1..2 | ForEach-Object { [RecTools.MetricValue]::new('Holdout', 'nDCG', 10, 0.12345 * $_, 0.1, 0.2) })
            """);
        HostResult result = HostProcess.Run(script.Path);
        Assert.Equal("", result.Error);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"^Split\s+Name\s+K\s+Value\s+95 % interval", lines[0]);
        Assert.Matches(@"^Holdout\s+nDCG\s+10\s+0\.123[45]\s+0\.1000 to 0\.2000", lines[2]);
    }

    [Fact]
    public void Publishing_again_leaves_lines_where_nobody_watches()
    {
        string folder = Directory.CreateTempSubdirectory("rectools-host-").FullName;
        using ScriptFile script = new("""
            param($Folder)
            $null = Connect-RecDatabase -Path "$Folder/shop.db"
            $null = New-RecSampleData -Customers 120 -Products 60
            $null = Invoke-RecTraining Popularity Views -Table PageView
            $null = Publish-RecModel Views -Top 3
            try { Publish-RecModel Nothing } catch { }
            """);
        HostResult result = HostProcess.Run("-NonInteractive", script.Path, folder);
        string[] lines = [.. result.Output.Split('\n').SkipWhile(line => !line.Contains(", run 2", StringComparison.Ordinal))];
        Assert.Contains(" Start: model Views, Popularity from version 1 of the model in ", lines[0], StringComparison.Ordinal);
        Assert.Matches(@" Prepare: [\d.]+ s", lines[1]);
        Assert.Matches(@" Publish: [\d.]+ s, \d+ rows$", lines[2]);
        Assert.Matches(@" Succeeded after [\d.]+ s; \d+ rows published in .*rec_Views_Recommendation", lines[3]);
        Assert.Matches(@" Failed after [\d.]+ s; exit code 1 \(ModelNotFound\): ", lines[4]);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Configuration", 2)]
    [InlineData("Gate", 3)]
    [InlineData("Cancelled", 4)]
    [InlineData("Data", 1)]
    public void The_kind_of_an_error_decides_the_exit_code(string kind, int code)
    {
        using ScriptFile script = new("""
            param($Kind)
            Import-Module RecTools
            throw [RecTools.RecException]::new('SomeId', $Kind, 'It happened.', 'Do something.', $null, $null)
            """);
        HostResult result = HostProcess.Run(script.Path, kind);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains("ERROR: It happened.", result.Error, StringComparison.Ordinal);
        Assert.Contains("Do something.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_that_carries_more_than_others_is_one_of_the_module_too()
    {
        using ScriptFile script = new("""
            Import-Module RecTools
            throw (& ([scriptblock]::Create(
                'class Special : RecTools.RecException { Special() : base("SomeId", "Configuration", "It happened.", "Do something.", $null, $null) {} }; [Special]::new()')))
            """);
        HostResult result = HostProcess.Run(script.Path);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Do something.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_module_counts_although_the_script_goes_on_unless_it_is_handled()
    {
        using ScriptFile script = new("param([switch] $Handled) if ($Handled) { try { Get-RecModel } catch { 'caught' } } else { Get-RecModel }; 'after'");
        HostResult loose = HostProcess.Run(script.Path);
        Assert.NotEqual(0, loose.ExitCode);
        Assert.Equal("after\n", loose.Output);
        HostResult handled = HostProcess.Run(script.Path, "-Handled");
        Assert.Equal((0, "caught\nafter\n", ""), (handled.ExitCode, handled.Output, handled.Error));
    }
}
