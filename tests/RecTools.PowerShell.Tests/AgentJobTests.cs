using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RecTools.Tests;

/// <summary>Jobs as the cmdlets write them, taken apart as their schedulers would and run.</summary>
public class AgentJobTests
{
    private const string Odd = "50% of \"o'clock\" $(x) $HOME ’n ^ & ;.json";

    [Fact]
    public void An_embedded_file_has_no_agent_and_the_error_says_what_to_use()
    {
        using var session = Shop();
        foreach (var command in new[] { "Register-RecAgentJob Views $job -Daily", "Register-RecAgentJob Views $job -Daily -ScriptOnly", "Unregister-RecAgentJob Views -Confirm:$false" })
        {
            var error = session.Fail(command);
            Assert.StartsWith("AgentMissing,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("-Cron", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }

        Assert.Empty(session.Run("Register-RecAgentJob Views $job -Daily -WhatIf"));
    }

    [Fact]
    public void A_script_for_a_server_needs_no_connection_to_it()
    {
        using var session = Shop();
        var script = (string)session.Run(
            "Register-RecAgentJob 'RecTools Views' 'C:\\Jobs\\nightly.json' -SqlInstance SRV1 -SqlDatabase Sales -Weekly Sunday, Friday -At 03:30 -ProxyName P -OperatorName O -RetryAttempts 2 -OutputFile 'C:\\Log\\x.txt' -ScriptOnly")[0].BaseObject;
        Assert.Contains("DECLARE @FreqInterval int = 33;\n", script, StringComparison.Ordinal);
        Assert.Contains("-ConfigPath ''C:\\Jobs\\nightly.json''\"';\n", script, StringComparison.Ordinal);
        Assert.Contains("DECLARE @Description nvarchar(512) = N'RecTools: ", script, StringComparison.Ordinal);
        Assert.Contains("sp_delete_job", (string)session.Run("Unregister-RecAgentJob 'RecTools Views' -ScriptOnly")[0].BaseObject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_is_none_and_two_schedules_are_refused()
    {
        using var session = Shop();
        Assert.StartsWith("AtOutOfRange,", session.Fail("Register-RecAgentJob Views $job -At '1.01:00' -Cron").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ScheduleUnclear,", session.Fail("Register-RecAgentJob Views $job -Daily -Weekly Monday -Cron").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ScheduleMissing,", session.Fail("Register-RecAgentJob Views $job -Systemd").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Runner RecTools")]
    [InlineData("-Runner Pwsh")]
    public void The_texts_run_the_job_whatever_its_files_are_called(string runner)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the names that this test is about cannot be names of files on Windows");
        using var session = Shop();
        string Text(string kind) => (string)session.Run(
            $"Register-RecAgentJob Odd $job -Daily -RunnerPath '{Program}' -ModulePath '{Repository.Manifest}' {runner} {kind}")[0].BaseObject;

        // cron takes the backslashes before percent signs away and hands the rest to the shell.
        Succeeds(session, 1, Start("/bin/sh", "-c", Text("-Cron").Split(' ', 6)[5].Replace("\\%", "%", StringComparison.Ordinal).TrimEnd('\n')));
        Succeeds(session, 2, Start(SystemdWords(Regex.Match(Text("-Systemd"), "^ExecStart=(.*)$", RegexOptions.Multiline).Groups[1].Value)));
        Succeeds(session, 3, Start(WindowsWords(CommandOf(session, runner))));
    }

    [Theory]
    [InlineData("-Runner RecTools")]
    [InlineData("-Runner Pwsh")]
    public void A_gate_fails_the_step_with_code_3_unless_asked_otherwise(string runner)
    {
        using var session = Shop("\"RequireMetric\": [\"nDCG@10>=0.999\"], ");
        Assert.Equal(3, Start(WindowsWords(CommandOf(session, runner))).ExitCode);
        Assert.Equal(0, Start(WindowsWords(CommandOf(session, $"{runner} -AllowRejected"))).ExitCode);
        File.WriteAllText(Path.Combine(session.Folder, Odd), "{ \"Nonsense\": 1 }");
        Assert.Equal(2, Start(WindowsWords(CommandOf(session, $"{runner} -AllowRejected"))).ExitCode);
        Directory.Delete(session.Folder, recursive: true);
        Directory.CreateDirectory(session.Folder);
        var (code, output) = Start(WindowsWords(CommandOf(session, runner).Replace("Connect-RecDatabase -Path '", "Connect-RecDatabase -Path '/nowhere", StringComparison.Ordinal)));
        Assert.Equal(1, code);
        Assert.Contains("no folder", output, StringComparison.Ordinal);
    }

    private static string Program => Path.ChangeExtension(Repository.Host, OperatingSystem.IsWindows() ? ".exe" : null);

    // The script is for servers alone; its command with the server exchanged for the file is what a step would run.
    private static string CommandOf(Session session, string options)
    {
        var script = (string)session.Run(
            $"Register-RecAgentJob Odd $job -SqlInstance S -SqlDatabase D -ScriptOnly -RunnerPath '{Program}' -ModulePath '{Repository.Manifest}' {options}")[0].BaseObject;
        var command = Regex.Match(script, "^DECLARE @Command nvarchar\\(max\\) = N'(.*)';$", RegexOptions.Multiline).Groups[1].Value.Replace("''", "'", StringComparison.Ordinal);
        Assert.DoesNotContain('%', command);
        return command.Replace("-SqlInstance 'S' -Database 'D'", $"-Path '{session.Database}'", StringComparison.Ordinal);
    }

    private static void Succeeds(Session session, int runs, (int ExitCode, string Output) result)
    {
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains(" Succeeded after ", result.Output, StringComparison.Ordinal);
        Assert.Equal(runs, session.Run("Get-RecRun").Count);
    }

    private static (int ExitCode, string Output) Start(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    // As CommandLineToArgvW does it, as far as it goes here: quotes hold words together, and a backslash counts before a quote alone.
    private static string[] WindowsWords(string command) =>
        [.. Regex.Matches(command, "\"([^\"]*)\"|([^ \"]+)").Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Groups[2].Value)];

    // As systemd.service(5) has it: %% is a percent sign, $$ a dollar sign, and a backslash in quotes keeps the next character.
    private static string[] SystemdWords(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ' ' && !quoted)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            else
            {
                Assert.False(line[i] is '%' or '$' && line[i + 1] != line[i]);
                i += line[i] is '%' or '$' or '\\' ? 1 : 0;
                word.Append(line[i]);
            }
        }

        return [.. words, word.ToString()];
    }

    private static Session Shop(string more = "")
    {
        var session = new Session();
        var job = Path.Combine(session.Folder, OperatingSystem.IsWindows() ? "job.json" : Odd);
        File.WriteAllText(job, $"{{ {more}\"Algorithm\": \"Popularity\", \"ModelName\": \"Nightly\", \"Table\": \"Rating\" }}");
        session.Run($"""
            $null = Connect-RecDatabase -Path '{session.Database}'
            $null = New-RecSampleData -Customers 120 -Products 60
            $job = '{job.Replace("'", "''", StringComparison.Ordinal).Replace("’", "’’", StringComparison.Ordinal)}'
            """);
        return session;
    }
}
