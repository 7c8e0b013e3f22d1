namespace RecTools.Tests;

public sealed class ScriptRunTests
{
    private const string Echo = """
        param([int] $Number, [string] $Name = 'nobody', [switch] $Flag, [Parameter(ValueFromRemainingArguments)] $Rest)
        "$Number/$Name/$Flag/$($Rest -join ',')"
        """;

    [Fact]
    public void Arguments_by_name_position_and_switch_reach_the_script_with_its_types()
    {
        using ScriptFile script = new(Echo);
        HostResult named = HostProcess.Run(script.Path, "-Name", "two words", "-Number:5", "-Flag", "a", "b");
        Assert.Equal((0, "5/two words/True/a,b\n"), (named.ExitCode, named.Output));
        Assert.Equal("", named.Error);

        HostResult positional = HostProcess.Run("-NoProfile", "-File", script.Path, "-3", "x", "-Flag:$false", "c");
        Assert.Equal("-3/x/False/c\n", positional.Output);
    }

    [Fact]
    public void An_argument_of_the_wrong_type_is_a_bad_configuration()
    {
        using ScriptFile script = new(Echo);
        HostResult result = HostProcess.Run(script.Path, "-Number", "many");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'Number'", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void A_missing_script_is_a_bad_configuration_and_named()
    {
        HostResult result = HostProcess.Run("no such script.ps1");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'no such script.ps1' does not exist", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Exit_in_a_script_decides_the_exit_code()
    {
        using ScriptFile script = new("'before'; exit 7; 'after'");
        HostResult result = HostProcess.Run(script.Path);
        Assert.Equal((7, "before\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void Each_stream_goes_its_way_and_all_text_is_plain_where_no_terminal_is()
    {
        using ScriptFile script = new("""
            Write-Host 'said' -ForegroundColor Red
            Write-Output 'result'
            [pscustomobject] @{ Wide = 1; Column = 'x' }
            Write-Warning 'careful'
            Write-Verbose 'details' -Verbose
            Write-Verbose 'unseen details'
            Write-Error 'broken'
            1..40 | ForEach-Object { Write-Progress 'Counting' "step $_" -PercentComplete $_ }
            """);
        HostResult result = HostProcess.Run(script.Path);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("said\nresult\n\nWide Column\n---- ------\n   1 x\n\n", result.Output);
        Assert.Contains("WARNING: careful\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("VERBOSE: details\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unseen", result.Error, StringComparison.Ordinal);
        Assert.Contains("ERROR: Write-Error: broken\n", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Split('\n'), line => line == "PROGRESS: Counting: step 1 1 %");
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
        Assert.DoesNotContain('\r', result.Error);
    }

    [Fact]
    public void A_question_that_nobody_can_answer_is_an_error_that_says_so()
    {
        using ScriptFile script = new("param([Parameter(Mandatory)] $Wanted) $Wanted");
        HostResult result = HostProcess.Run("-NonInteractive", script.Path);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Wanted", result.Error, StringComparison.Ordinal);

        HostResult answered = HostProcess.RunWithInput("an answer\n", script.Path);
        Assert.Equal(0, answered.ExitCode);
        Assert.EndsWith("an answer\n", answered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Host_takes_lines_from_standard_input()
    {
        using ScriptFile script = new("$name = Read-Host 'Who'; $secret = Read-Host -AsSecureString; \"<$name $($secret.Length)>\"");
        HostResult result = HostProcess.RunWithInput("Ann\nabcd\n", script.Path);
        Assert.Equal((0, "Who: <Ann 4>\n"), (result.ExitCode, result.Output));
    }
}
