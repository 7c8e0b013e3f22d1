using System.Text.RegularExpressions;

namespace RecTools.Tests;

/// <summary>The lines of an unattended run.</summary>
public class RunLogTests
{
    [Fact]
    public void A_job_file_leaves_a_line_for_the_start_each_stage_and_the_outcome()
    {
        using var session = Shop();
        var lines = Lines(session, "Invoke-RecTraining -ConfigPath $job | Out-Null");
        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d \S", line));
        var plain = lines.Select(line => Regex.Replace(line[26..], @"[\d,.]+ s\b", "0 s")).ToList();
        Assert.Equal($"Start: model Nightly, Bias from table Rating in Sqlite: {session.Database} / shop.db, RecTools 0.1.0, run 1", plain[0]);
        Assert.Matches(@"^Read: 0 s, [\d,]{5} rows$", plain[1]);
        Assert.Equal(["Split", "Fit", "Evaluate", "Refit", "Publish"], plain[2..^1].Select(line => line.Split(':')[0]));
        Assert.Matches(@"^Succeeded after 0 s; [\d,]+ rows published in .*rec_Nightly_Recommendation; RMSE \d\.\d{4}, .*nDCG@10 0\.\d{4}, ", plain[^1]);
    }

    [Fact]
    public void A_run_that_fails_says_how_it_ended_and_with_which_exit_code()
    {
        using var session = Shop();
        Assert.Matches(@" Rejected after [\d.]+ s; exit code 3 \(GateMetric\): nDCG@10 ", Lines(session, "try { Invoke-RecTraining -ConfigPath $job -RequireMetric 'nDCG@10>=0.999' } catch { }")[^1]);
        Assert.Matches(@" Failed after [\d.]+ s; exit code 2 \(OptionUnknown\): ", Assert.Single(Lines(session, "try { Invoke-RecTraining -ConfigPath $job -Option @{ Nonsense = 1 } } catch { }")));
        Assert.Matches(@" Failed after [\d.]+ s; exit code 2 \(ConfigNotFound\): ", Assert.Single(Lines(session, "try { Invoke-RecTraining -ConfigPath nowhere.json } catch { }")));
        session.Run("Disconnect-RecDatabase");
        Assert.Matches(@" Failed after [\d.]+ s; exit code 2 \(NotConnected\): ", Assert.Single(Lines(session, "try { Invoke-RecTraining -ConfigPath $job } catch { }")));
    }

    [Fact]
    public void Warnings_are_counted_in_the_last_line()
    {
        using var session = Shop();
        var lines = Lines(session, "Invoke-RecTraining -ConfigPath $job -Query 'SELECT CustomerId, ProductId, Rating FROM Rating UNION ALL SELECT NULL, 1, 1' -WarningAction SilentlyContinue | Out-Null");
        Assert.Contains("from the query", lines[0], StringComparison.Ordinal);
        Assert.Contains(" 1 warning(s);", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_watches_gets_objects_and_no_lines()
    {
        using var session = Shop();
        Assert.Empty(Lines(session, "Invoke-RecTraining Bias Nightly -Table Rating | Out-Null; Invoke-RecTraining -ConfigPath $job -WhatIf"));
    }

    private static Session Shop()
    {
        var session = new Session();
        File.WriteAllText(Path.Combine(session.Folder, "job.json"), """{ "Algorithm": "Bias", "ModelName": "Nightly", "Table": "Rating" }""");
        session.Run($"""
            $null = Connect-RecDatabase -Path '{session.Database}'
            $null = New-RecSampleData -Customers 120 -Products 60
            $job = '{Path.Combine(session.Folder, "job.json")}'
            """);
        return session;
    }

    private static List<string> Lines(Session session, string script)
    {
        session.Run(script);
        return [.. session.Streams.Information.Select(record => record.ToString())];
    }
}
