using System.Diagnostics;

namespace RecTools.Tests;

/// <summary>What the README shows is what the program prints.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("Quickstart.ps1", "README.md", 1)]
    [InlineData("Baskets.ps1", "docs/baskets.md", 1)]
    [InlineData("Customers.ps1", "docs/customers.md", 1)]
    [InlineData("Lists.ps1", "docs/lists.md", 1)]
    [InlineData("Content.ps1", "docs/lists.md", 2)]
    [InlineData("Embedding.ps1", "docs/embedding.md", 1)]
    [InlineData("Tuning.ps1", "docs/tuning.md", 1)]
    [InlineData("Measuring.ps1", "docs/measuring.md", 1)]
    [InlineData("NightlyJob.ps1", "docs/unattended.md", 1)]
    public void An_example_prints_what_the_documentation_shows(string example, string document, int block)
    {
        var shown = File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n").Split("```text\n")[block].Split("\n```")[0];
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Host, Path.Combine(Repository.Root, "examples", example)])
        {
            RedirectStandardOutput = true,
        })!;
        var printed = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(shown, string.Join('\n', printed.Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n'));
    }
}
