namespace RecTools.Tests;

/// <summary>The expected results are those of pwsh.</summary>
public sealed class FileCommandTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("(Join-Path a b c) -replace '\\\\', '/'", "a/b/c")]
    [InlineData("Split-Path /x/y.tar.gz -Leaf", "y.tar.gz")]
    [InlineData("Split-Path /x/y.tar.gz -LeafBase", "y.tar")]
    [InlineData("Split-Path /x/y.tar.gz -Extension", ".gz")]
    [InlineData("(Split-Path /x/y.txt) -replace '\\\\', '/'", "/x")]
    [InlineData("Test-Path nowhere", "False")]
    [InlineData("Test-Path . -PathType Container; Test-Path . -PathType Leaf", "True\nFalse")]
    [InlineData("Test-Path nodrive:/x", "False")]
    [InlineData("(Resolve-Path .).Path -eq (Get-Location).Path", "True")]
    public void Paths_are_put_together_and_taken_apart(string script, string expected) => Assert.Equal(expected, engine.Output(script));

    [Fact]
    public void Lines_are_written_added_and_read()
    {
        Assert.Equal("a|b|ü|3", engine.Output("'a', 'b' | Set-Content lines.txt; 'ü', 3 | Add-Content lines.txt; (Get-Content lines.txt) -join '|'"));
        Assert.Equal("a\n3", engine.Output("Get-Content lines.txt -First 1; Get-Content lines.txt -Tail 1"));
        Assert.Equal("a\nb\nü\n3\n", engine.Output("Get-Content lines.txt -Raw"));
        Assert.Equal("9", engine.Output("(Get-Item lines.txt).Length"));
    }

    [Fact]
    public void Redirection_writes_what_would_be_shown()
    {
        Assert.Equal("\nId\n--\n 1\n\nmore", engine.Output("[pscustomobject] @{ Id = 1 } > shown.txt; 'more' >> shown.txt; Get-Content shown.txt"));
        Assert.StartsWith("NoClobber", Assert.Single(engine.Run("try { 1 | Out-File shown.txt -NoClobber } catch { Write-Error $_ }").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_are_made_listed_and_removed()
    {
        Assert.Equal("True", engine.Output("$null = New-Item top/inner -ItemType Directory -Force; 1 > top/b.csv; 2 > top/inner/a.csv; 3 > top/c.txt; Test-Path top/inner"));
        Assert.Equal("a.csv b.csv", engine.Output("(Get-ChildItem top -Recurse -Filter *.csv | Sort-Object Name).Name -join ' '"));
        Assert.Equal("inner", engine.Output("(Get-ChildItem top -Directory).Name"));
        Assert.Equal("True", engine.Output("Remove-Item top -Recurse -WhatIf *> $null; Test-Path top"));
        Assert.Equal("False", engine.Output("Remove-Item top/no*; Remove-Item top -Recurse; Test-Path top"));
    }

    [Theory]
    [InlineData("Get-Content missing.txt")]
    [InlineData("Get-Item missing.txt")]
    [InlineData("Get-ChildItem missing")]
    [InlineData("Remove-Item missing.txt")]
    [InlineData("Resolve-Path missing.txt")]
    [InlineData("Set-Location missing")]
    [InlineData("Import-Csv missing.csv")]
    public void A_missing_path_is_reported_by_name_and_the_script_goes_on(string script)
    {
        var (output, errors) = engine.Run(script + "; 'on'");
        Assert.Equal("on", output);
        Assert.StartsWith("PathNotFound", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("missing", errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delimited_text_comes_back_as_it_was()
    {
        const string Script = """
            [pscustomobject] @{ Id = 1; Text = 'a "b"; c'; None = $null }, [pscustomobject] @{ Id = 2; Text = "two`nlines"; None = 'x' } | Export-Csv t.csv -Delimiter ';'
            Get-Content t.csv -Raw
            Import-Csv t.csv -Delimiter ';' | ForEach-Object { "<$($_.Id)|$($_.Text)|$($_.None)>" }
            """;
        Assert.Equal("\"Id\";\"Text\";\"None\"\n\"1\";\"a \"\"b\"\"; c\";\n\"2\";\"two\nlines\";\"x\"\n\n<1|a \"b\"; c|>\n<2|two\nlines|x>", engine.Output(Script));
        Assert.Equal("a-1", engine.Output("'a,1' | Set-Content h.csv; Import-Csv h.csv -Header L, N | ForEach-Object { \"$($_.L)-$($_.N)\" }"));
    }
}
