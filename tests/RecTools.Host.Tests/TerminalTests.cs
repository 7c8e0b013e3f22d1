using System.Diagnostics;

namespace RecTools.Tests;

/// <summary>Runs the program on a terminal of its own, which the tool <c>script</c> makes.</summary>
public sealed class TerminalTests
{
    private const string Talk = "Write-Host red -ForegroundColor Red; Write-Warning careful; 1..3 | ForEach-Object { Write-Progress Work now -PercentComplete 50 }";

    [Fact]
    public void Colours_and_a_progress_bar_are_there_on_a_terminal()
    {
        string screen = OnTerminal("", "", Talk).Output;
        Assert.Contains("\u001b[91mred\u001b[0m", screen, StringComparison.Ordinal);
        Assert.Contains("\u001b[33;1mWARNING: careful\u001b[0m", screen, StringComparison.Ordinal);
        Assert.Contains("[##########..........] Work: now 50 %", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void NO_COLOR_takes_the_colours_away()
    {
        string screen = OnTerminal("", "NO_COLOR=1", Talk).Output;
        Assert.Contains("red\n", screen, StringComparison.Ordinal);
        Assert.Contains("WARNING: careful", screen, StringComparison.Ordinal);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*m", screen);
    }

    [Fact]
    public void The_prompt_runs_lines_until_exit_and_survives_errors()
    {
        HostResult result = OnTerminal("40 + 2\rthrow 'no'\rif (1) {\r'inside'\r}\rexit 3\r", "NO_COLOR=1", command: null);
        Assert.Equal(3, result.ExitCode);
        string[] lines = result.Output.Replace("\r", "\n", StringComparison.Ordinal).Split('\n');
        Assert.Contains("42", lines);
        Assert.Contains("inside", lines);
        Assert.Contains("ERROR: no", lines);
    }

    [Fact]
    public void Typing_leaves_what_stands_before_it_on_the_line()
    {
        string screen = OnTerminal("ab\u001b[Dx\r", "NO_COLOR=1", "Write-Host 'Your name? ' -NoNewline; $name = Read-Host; \"<$name>\"").Output;
        Assert.Contains("Your name? \u001b7", screen, StringComparison.Ordinal);
        Assert.Contains("<axb>", screen, StringComparison.Ordinal);
    }

    private static HostResult OnTerminal(string keys, string environment, string? command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "There is no tool that makes a terminal.");
        using ScriptFile file = new(command ?? "");
        string program = $"env {environment} '{HostProcess.Dotnet}' '{HostProcess.Program}' {(command is null ? "-NoLogo" : $"'{file.Path}'")}";
        using Process process = HostProcess.Start("/usr/bin/script", ["-qec", program, "/dev/null"]);
        process.StandardInput.Write(keys);
        process.StandardInput.Flush();
        return HostProcess.Finish(process);
    }
}
