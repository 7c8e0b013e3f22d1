namespace RecTools.Tests;

/// <summary>The expected results are those of pwsh.</summary>
public sealed class TextCommandTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("[ordered] @{ a = 1; b = 1.0; c = $null; d = $true; e = 'ü\"' } | ConvertTo-Json -Compress", "{\"a\":1,\"b\":1.0,\"c\":null,\"d\":true,\"e\":\"ü\\\"\"}")]
    [InlineData("[pscustomobject] @{ a = @(1, 2) } | ConvertTo-Json", "{\n  \"a\": [\n    1,\n    2\n  ]\n}")]
    [InlineData("1, 2 | ConvertTo-Json -Compress", "[1,2]")]
    [InlineData(", 1 | ConvertTo-Json -AsArray -Compress", "[1]")]
    [InlineData("[DayOfWeek]::Friday | ConvertTo-Json; [DayOfWeek]::Friday | ConvertTo-Json -EnumsAsStrings", "5\n\"Friday\"")]
    [InlineData("[datetime] '2024-02-03T04:05:06' | ConvertTo-Json", "\"2024-02-03T04:05:06\"")]
    [InlineData("@{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Compress -WarningAction Ignore", "{\"a\":{\"b\":{\"c\":\"System.Collections.Hashtable\"}}}")]
    [InlineData("@{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Compress -Depth 3", "{\"a\":{\"b\":{\"c\":{\"d\":1}}}}")]
    [InlineData("[version] '1.2' | ConvertTo-Json -Compress", "{\"Major\":1,\"Minor\":2,\"Build\":-1,\"Revision\":-1,\"MajorRevision\":-1,\"MinorRevision\":-1}")]
    public void Objects_become_json(string script, string expected) => Assert.Equal(expected, engine.Output(script));

    [Theory]
    [InlineData("$o = '{\"a\":[1,{\"b\":2.5}],\"c\":null}' | ConvertFrom-Json; \"$($o.a[0]) $($o.a[1].b) $($o.a[0].GetType().Name) $($null -eq $o.c)\"", "1 2.5 Int64 True")]
    [InlineData("'[1,2,3]' | ConvertFrom-Json | ForEach-Object { $_ * 2 }", "2\n4\n6")]
    [InlineData("('[1,2,3]' | ConvertFrom-Json -NoEnumerate | Measure-Object).Count", "1")]
    [InlineData("'{', '\"a\": 1', '}' | ConvertFrom-Json | ForEach-Object a", "1")]
    [InlineData("('{\"b\":1,\"B\":2}' | ConvertFrom-Json -AsHashtable).Keys -join ''", "bB")]
    public void Json_becomes_objects(string script, string expected) => Assert.Equal(expected, engine.Output(script));

    [Fact]
    public void Invalid_json_is_an_error_with_the_place() =>
        Assert.Contains("line 1", Assert.Single(engine.Run("try { '{\"a\":' | ConvertFrom-Json } catch { Write-Error $_ }").Errors).Exception.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Get-Date '2024-02-03 04:05' -Format 'yyyy/MM HH'", "2024/02 04")]
    [InlineData("Get-Date '2024-02-03' -Format FileDate", "20240203")]
    [InlineData("(Get-Date).GetType().Name", "DateTime")]
    [InlineData("$text = [pscustomobject] @{ A = 1; B = 'x' } | Format-Table | Out-String; $text.Trim()", "A B\n- -\n1 x")]
    [InlineData("[pscustomobject] @{ A = 1 } | Format-List | Out-String -Stream | Where-Object { $_ }", "A : 1")]
    [InlineData("[pscustomobject] @{ A = 'x' * 60 } | Format-Table -Wrap | Out-String -Width 20 -Stream | Measure-Object | ForEach-Object { $_.Count -gt 5 }", "True")]
    [InlineData("(Measure-Command { $inside = 1 }).GetType().Name; $inside", "TimeSpan\n1")]
    [InlineData("Start-Sleep -Milliseconds 1; Start-Sleep 0.001; 'awake'", "awake")]
    [InlineData("(ConvertTo-SecureString 'abc' -AsPlainText -Force).Length", "3")]
    [InlineData("Write-Host a, b -Separator - 6>&1", "a-b")]
    [InlineData("Write-Warning w 3>&1; Write-Verbose v -Verbose 4>&1; Write-Debug d -Debug 5>&1; Write-Information i 6>&1", "w\nv\nd\ni")]
    public void Text_is_made_as_pwsh_makes_it(string script, string expected) => Assert.Equal(expected, engine.Output(script));

    [Fact]
    public void Write_Error_reports_all_that_it_is_given()
    {
        var error = Assert.Single(engine.Run("Write-Error 'bad' -ErrorId Mine -Category InvalidData -TargetObject 5 -RecommendedAction 'Stop it.'").Errors);
        Assert.StartsWith("Mine,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(("bad", System.Management.Automation.ErrorCategory.InvalidData, 5, "Stop it."),
            (error.Exception.Message, error.CategoryInfo.Category, (int)error.TargetObject, error.ErrorDetails.RecommendedAction));
    }

    [Fact]
    public void A_question_without_a_user_is_an_error() =>
        Assert.Contains("cannot be answered", Assert.Single(engine.Run("try { Get-Credential sa } catch { Write-Error $_ }").Errors).Exception.Message, StringComparison.Ordinal);
}
