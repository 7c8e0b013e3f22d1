using System.Management.Automation;

namespace RecTools.Tests;

/// <summary>A walk through all cmdlets that write: none does under -WhatIf.</summary>
public class WhatIfTests
{
    // What each would have to do; {0} is a folder.
    private static readonly Dictionary<string, string> Calls = new()
    {
        ["Export-RecEmbedding"] = "Export-RecEmbedding Shop '{0}/vectors.csv'; Export-RecEmbedding Shop -Table Vector",
        ["Export-RecModel"] = "Export-RecModel Shop '{0}/shop.rec'",
        ["Import-RecInteraction"] = "Import-RecInteraction '{0}/rows.csv' NewTable; [pscustomobject]@{ A = 1 } | Import-RecInteraction -Table NewTable",
        ["Import-RecModel"] = "Import-RecModel '{0}/model.rec' Copy",
        ["Install-RecSchema"] = "Install-RecSchema",
        ["Invoke-RecTraining"] = "Invoke-RecTraining Bias Shop -Table Rating",
        ["New-RecReport"] = "New-RecReport '{0}/report.html' -ModelName Shop",
        ["New-RecSampleData"] = "New-RecSampleData -Force",
        ["New-RecTrainingConfig"] = "New-RecTrainingConfig '{0}/new.job.json'",
        ["Optimize-RecModel"] = "Optimize-RecModel Bias -Table Rating -OutFile '{0}/found.job.json'",
        ["Publish-RecModel"] = "Publish-RecModel Shop",
        ["Register-RecAgentJob"] = "Register-RecAgentJob Job '{0}/a.job.json'",
        ["Remove-RecModel"] = "Remove-RecModel Shop",
        ["Undo-RecRun"] = "Undo-RecRun Shop",
        ["Uninstall-RecSchema"] = "Uninstall-RecSchema",
        ["Unregister-RecAgentJob"] = "Unregister-RecAgentJob Job",
    };

    [Fact]
    public void Every_cmdlet_that_writes_says_what_it_would_do_and_does_nothing()
    {
        using var session = Session.WithModel();
        session.Run($"$null = Invoke-RecTraining Popularity Shop -Table Rating; $null = Export-RecModel Shop '{session.Folder}/model.rec'");
        File.WriteAllLines(Path.Combine(session.Folder, "rows.csv"), ["CustomerId,ProductId", "1,2"]);
        var before = Everything(session);
        foreach (var command in Writing(session))
        {
            Assert.True(Calls.TryGetValue(command.Name, out var call), $"This test has no call of {command.Name}, which writes: add one.");
            var answer = session.Run($"$WhatIfPreference = $true; {call.Replace("{0}", session.Folder, StringComparison.Ordinal)}; $WhatIfPreference = $false");
            Assert.True(answer.Count == 0, $"{command.Name} gives objects under -WhatIf.");
            Assert.Equal(before, Everything(session));
        }
    }

    [Fact]
    public void Every_cmdlet_that_removes_asks_before_it_does()
    {
        using var session = new Session();
        Assert.All(
            Writing(session).Where(command => command.Verb is "Remove" or "Uninstall" or "Unregister"),
            command => Assert.Equal(ConfirmImpact.High, Attribute(command).ConfirmImpact));
    }

    private static IEnumerable<CmdletInfo> Writing(Session session) =>
        session.Run("Get-Command -Module RecTools").Select(command => (CmdletInfo)command.BaseObject).Where(command => Attribute(command).SupportsShouldProcess);

    private static CmdletAttribute Attribute(CmdletInfo command) => command.ImplementingType.GetCustomAttributes(typeof(CmdletAttribute), false).Cast<CmdletAttribute>().Single();

    // Tables with their rows, and files.
    private static string[] Everything(Session session) =>
    [
        .. session.Run("""
            Invoke-RecQuery "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name" |
                ForEach-Object { "$($_.name) $((Invoke-RecQuery "SELECT COUNT(*) AS N FROM [$($_.name)]").N)" }
            """).Select(line => line.ToString()!),
        .. Directory.GetFiles(session.Folder).Select(file => Path.GetFileName(file)).Where(file => !file.Contains(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
