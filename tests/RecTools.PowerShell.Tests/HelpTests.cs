namespace RecTools.Tests;

/// <summary>Help as people ask for it, in the real engine.</summary>
public class HelpTests
{
    [Fact]
    public void Get_Help_knows_every_cmdlet_with_examples_and_every_parameter()
    {
        using var session = new Session();
        foreach (var name in session.Run("(Get-Command -Module RecTools).Name").Select(name => (string)name.BaseObject))
        {
            var help = session.Run($"Get-Help {name} -Full")[0];
            Assert.EndsWith(".", session.Run($"(Get-Help {name}).Synopsis")[0].ToString()!.Trim(), StringComparison.Ordinal);
            Assert.True(session.Run($"(Get-Help {name}).examples.example").Count >= 3, name);
            var shown = session.Run($"(Get-Help {name}).parameters.parameter.name").Select(parameter => parameter.ToString()!).Order(StringComparer.Ordinal);
            var there = session.Run($$"""
                $common = [System.Management.Automation.Cmdlet]::CommonParameters
                (Get-Command {{name}}).Parameters.Values.Where({ $_.Name -notin $common -and -not $_.Attributes.Where({ $_.DontShow }) }).Name
                """).Select(parameter => parameter.ToString()!).Order(StringComparer.Ordinal);
            Assert.Equal(there, shown);
        }
    }

    [Theory]
    [InlineData("about_RecTools", "Connect-RecDatabase")]
    [InlineData("about_RecTools_Algorithms", "RegularizationExponent")]
    [InlineData("about_RecTools_SqlServer", "rec_trainer")]
    [InlineData("about_RecTools_Configuration", "RequireNoWorse")]
    [InlineData("about_RecTools_Errors", "TooManyRejected")]
    public void Get_Help_finds_the_topics(string topic, string word)
    {
        using var session = new Session();
        Assert.Contains(word, string.Concat(session.Run($"Get-Help {topic}").Select(text => text.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_shows_help_of_the_module_that_it_brings()
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", [Repository.Host, "-Command", "Import-Module RecTools; Get-Help Get-RecModel -Examples; Get-Help about_RecTools"]) { RedirectStandardOutput = true })!;
        var shown = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Contains("Get-RecModel V* -AllVersions", shown, StringComparison.Ordinal);
        Assert.Contains("about_RecTools", shown, StringComparison.Ordinal);
    }
}
