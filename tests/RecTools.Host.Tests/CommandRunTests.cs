namespace RecTools.Tests;

public sealed class CommandRunTests
{
    [Fact]
    public void A_command_runs_and_its_words_need_no_quotes()
    {
        HostResult result = HostProcess.Run("-c", "1", "+", "1");
        Assert.Equal((0, "2\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("exit 9", 9)]
    [InlineData("throw 'no'", 1)]
    [InlineData("Write-Error no", 1)]
    [InlineData("if (1 {", 2)]
    [InlineData("Get-Thing", 1)]
    public void A_command_ends_with_the_code_of_what_became_of_it(string text, int code)
    {
        HostResult result = HostProcess.Run("-Command", text);
        Assert.Equal(code, result.ExitCode);
        Assert.Equal("", result.Output);
        if (code != 9)
            Assert.StartsWith("ERROR: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_come_from_standard_input_where_it_is_no_terminal()
    {
        HostResult result = HostProcess.RunWithInput("$a = 20\nforeach ($i in 1..2) {\n  $a + $i\n}\nexit 5\n");
        Assert.Equal((5, "21\n22\n"), (result.ExitCode, result.Output));
        Assert.Equal("3\n", HostProcess.RunWithInput("1 + 2", "-Command", "-").Output);
    }

    [Fact]
    public void An_unknown_option_is_a_bad_configuration_and_shows_the_usage()
    {
        HostResult result = HostProcess.Run("--frobnicate");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'--frobnicate' is not known", result.Error, StringComparison.Ordinal);
        Assert.Contains("rectools script.ps1 [arguments]", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void Version_and_help_go_to_standard_output()
    {
        HostResult version = HostProcess.Run("--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^rectools \d+\.\d+\.\d+ \(PowerShell engine 7\.6\.\d+\)\n$", version.Output);

        HostResult help = HostProcess.Run("--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Exit codes: 0 done, 1 failed, 2 bad configuration", help.Output, StringComparison.Ordinal);
        Assert.Contains("Select-Object", help.Output, StringComparison.Ordinal);
        Assert.Equal("", help.Error);
    }

    [Fact]
    public void What_the_host_lacks_is_said_to_need_pwsh()
    {
        Assert.Contains("pwsh 7.6", HostProcess.Run("-c", "Get-Clipboard").Error, StringComparison.Ordinal);
        Assert.Contains("pwsh 7.6", HostProcess.Run("-c", "Get-Date -UFormat '%d'").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("pwsh", HostProcess.Run("-c", "Get-RecUnicorn").Error, StringComparison.Ordinal);
    }
}
