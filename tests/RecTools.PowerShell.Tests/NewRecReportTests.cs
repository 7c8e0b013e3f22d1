using System.Management.Automation;

namespace RecTools.Tests;

/// <summary>Reports by the cmdlet, in the real engine.</summary>
public class NewRecReportTests
{
    [Fact]
    public void A_stored_model_is_reported_by_name_by_pipeline_and_by_its_run()
    {
        using var session = Session.WithModel();
        var path = Path.Combine(session.Folder, "shop.html");
        var file = (FileInfo)Assert.Single(session.Run($"New-RecReport '{path}' -ModelName Shop")).BaseObject;
        Assert.Equal(path, file.FullName);
        var byName = WithoutTime(path);
        Assert.Contains("<h1>Shop</h1>", byName, StringComparison.Ordinal);
        session.Run($"Get-RecModel Shop | New-RecReport '{path}'");
        Assert.Equal(byName, WithoutTime(path));
        session.Run($"Get-RecRun Shop | New-RecReport '{path}'");
        Assert.Equal(byName, WithoutTime(path));
        session.Run($"New-RecReport '{path}' -RunId (Get-RecRun Shop).RunId");
        Assert.Equal(byName, WithoutTime(path));
    }

    [Fact]
    public void What_training_gives_back_goes_into_the_pipeline_and_nothing_need_be_stored()
    {
        using var session = Session.WithModel();
        var path = Path.Combine(session.Folder, "run.json");
        session.Run($"Invoke-RecTraining Popularity Quick -Table Rating -NoPublish | New-RecReport '{path}' -Title 'What sells'");
        Assert.Contains("\"title\": \"What sells\"", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_and_groups_that_were_found_are_reported_without_a_database()
    {
        using var session = Session.WithModel();
        var path = Path.Combine(session.Folder, "found.md");
        session.Run($"Find-RecAssociationRule OrderLine -MinSupport 0.01 -MinConfidence 0.1 | New-RecReport '{path}'");
        Assert.Contains("| Who has | often has |", File.ReadAllText(path), StringComparison.Ordinal);
        session.Run($"Find-RecCluster OrderLine -TimeColumn OrderedAt -OrderFeature Recency, Monetary -ClusterCount 3 | New-RecReport '{path}'; Disconnect-RecDatabase");
        Assert.Contains("120 customers in 3 groups", File.ReadAllText(path).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ending_or_the_format_says_what_is_written()
    {
        using var session = Session.WithModel();
        session.Run($"foreach ($name in 'a.md', 'a.json', 'a.html', 'a.txt') {{ New-RecReport \"{session.Folder}/$name\" -ModelName Shop }}; New-RecReport '{session.Folder}/b.txt' -ModelName Shop -Format Markdown");
        string Start(string name) => File.ReadAllText(Path.Combine(session.Folder, name))[..2];
        Assert.Equal(["# ", "{\n", "<!", "<!", "# "], new[] { "a.md", "a.json", "a.html", "a.txt", "b.txt" }.Select(Start));
    }

    [Fact]
    public void Files_are_replaced_unless_that_is_refused_or_only_asked_about()
    {
        using var session = Session.WithModel();
        var path = Path.Combine(session.Folder, "shop.md");
        session.Run($"New-RecReport '{path}' -ModelName Shop -WhatIf");
        Assert.False(File.Exists(path));
        File.WriteAllText(path, "old");
        Assert.StartsWith("FileExists,", session.Fail($"New-RecReport '{path}' -ModelName Shop -NoClobber").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.StartsWith("FileReadOnly,", session.Fail($"New-RecReport '{path}' -ModelName Shop").FullyQualifiedErrorId, StringComparison.Ordinal);
        session.Run($"New-RecReport '{path}' -ModelName Shop -NoClobber -Force");
        Assert.NotEqual("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(session.Folder, "*.md*"));
    }

    [Theory]
    [InlineData("'text' | New-RecReport PATH/r.html", "ReportInputUnknown")]
    [InlineData("1, 2 | New-RecReport PATH/r.html", "ReportInputUnknown")]
    [InlineData("Get-RecModel | New-RecReport PATH/nowhere/r.html", "FileUnwritable")]
    [InlineData("New-RecReport PATH/r.html -ModelName Shopp", "ModelNotFound")]
    [InlineData("New-RecReport PATH/r.html -RunId 99", "RunNotFound")]
    [InlineData("Disconnect-RecDatabase; New-RecReport PATH/r.html -ModelName Shop", "NotConnected")]
    public void Mistakes_have_stable_ids_and_leave_no_file(string script, string errorId)
    {
        using var session = Session.WithModel();
        var error = session.Fail(script.Replace("PATH", session.Folder, StringComparison.Ordinal));
        Assert.Equal($"{errorId},RecTools.PowerShell.NewRecReport", error.FullyQualifiedErrorId);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Empty(Directory.GetFiles(session.Folder, "r.html*"));
    }

    private static string WithoutTime(string path) => File.ReadAllText(path).Split("Written by RecTools")[0];
}
