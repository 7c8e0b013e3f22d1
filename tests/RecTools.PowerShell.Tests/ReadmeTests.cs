using System.Diagnostics;

namespace RecTools.Tests;

/// <summary>What the README shows is what the program prints.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_quickstart_prints_what_the_README_shows()
    {
        var shown = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n").Split("```text\n")[1].Split("\n```")[0];
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Host, Path.Combine(Repository.Root, "examples", "Quickstart.ps1")])
        {
            RedirectStandardOutput = true,
        })!;
        var printed = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(shown, string.Join('\n', printed.Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n'));
    }
}
