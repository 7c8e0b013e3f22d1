namespace RecTools.Tests;

/// <summary>The expected results are those of pwsh.</summary>
public sealed class ObjectCommandTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const string Items =
        "$items = 1..5 | ForEach-Object { [pscustomobject] @{ Id = $_; Name = \"n$(6 - $_)\"; Group = $_ % 2; Tags = @($_, 'x') } }\n";

    [Theory]
    [InlineData("$items | Select-Object Id, Name -First 2", "@{Id=1; Name=n5}\n@{Id=2; Name=n4}")]
    [InlineData("$items | Select-Object @{ n = 'Double'; e = { $_.Id * 2 } } -Last 1", "@{Double=10}")]
    [InlineData("$items | Select-Object I*, @{ Label = 'N'; Expression = 'Name' } -First 1", "@{Id=1; N=n5}")]
    [InlineData("$items | Select-Object -ExcludeProperty Tags, Group -First 1", "@{Id=1; Name=n5}")]
    [InlineData("$items | Select-Object Nothing -First 1", "@{Nothing=}")]
    [InlineData("$items | Select-Object -ExpandProperty Name -Skip 3", "n2\nn1")]
    [InlineData("$items | Select-Object -ExpandProperty Tags -First 1", "1\nx")]
    [InlineData("1..10 | Select-Object -Last 3 -Skip 2", "6\n7\n8")]
    [InlineData("1..10 | Select-Object -First 2 -Last 3", "1\n2\n8\n9\n10")]
    [InlineData("1..3 | Select-Object -First 0", "")]
    [InlineData("1, 1, 'a', 'A' | Select-Object -Unique", "1\na\nA")]
    [InlineData("$items | Select-Object Group -Unique", "@{Group=1}\n@{Group=0}")]
    [InlineData("@{ a = 1; b = 2 } | Select-Object b", "@{b=2}")]
    [InlineData("(1 | Select-Object Foo).pstypenames[0]", "Selected.System.Int32")]
    public void Select_Object_takes_objects_and_properties(string script, string expected) => Assert.Equal(expected, engine.Output(Items + script));

    [Fact]
    public void Select_Object_First_stops_what_comes_before_it() =>
        Assert.Equal("1\n2\n2", engine.Output("$script:made = 0; 1..1000 | ForEach-Object { $script:made++; $_ } | Select-Object -First 2; $script:made"));

    [Fact]
    public void Select_Object_reports_a_property_that_it_cannot_expand()
    {
        var (output, errors) = engine.Run("[pscustomobject] @{ a = 1 } | Select-Object -ExpandProperty b");
        Assert.Equal("", output);
        Assert.StartsWith("ExpandPropertyNotFound", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3, 1, 2 | Sort-Object", "1\n2\n3")]
    [InlineData("'b', 'A', 'c' | Sort-Object -Descending", "c\nb\nA")]
    [InlineData("10, 9, 100 | Sort-Object { \"$_\" }", "10\n100\n9")]
    [InlineData("($items | Sort-Object Group, @{ Expression = 'Id'; Descending = $true }).Id", "4\n2\n5\n3\n1")]
    [InlineData("($items | Sort-Object Group).Id", "2\n4\n1\n3\n5")]
    [InlineData("2, 1, 2, 3 | Sort-Object -Unique -Top 2", "1\n2")]
    [InlineData("1, 'a', 2 | Sort-Object | Measure-Object | ForEach-Object Count", "3")]
    public void Sort_Object_orders_and_keeps_equal_ones_as_they_came(string script, string expected) => Assert.Equal(expected, engine.Output(Items + script));

    [Theory]
    [InlineData("$items | Group-Object Group | ForEach-Object { \"$($_.Name):$($_.Count):$($_.Group.Id)\" }", "0:2:2 4\n1:3:1 3 5")]
    [InlineData("'a', 'B', 'A' | Group-Object -NoElement | ForEach-Object { \"$($_.Name)$($_.Count)\" }", "a2\nB1")]
    [InlineData("($items | Group-Object Group -AsHashTable)[1].Count", "3")]
    [InlineData("($items | Group-Object Group -AsHashTable -AsString)['0'].Id", "2\n4")]
    public void Group_Object_puts_equal_ones_together(string script, string expected) => Assert.Equal(expected, engine.Output(Items + script));

    [Theory]
    [InlineData("($items | Measure-Object).Count", "5")]
    [InlineData("$m = 1, 2, 3, 4 | Measure-Object -AllStats; \"$($m.Sum) $($m.Average) $($m.Minimum) $($m.Maximum) $($m.StandardDeviation)\"", "10 2.5 1 4 1.29099444873581")]
    [InlineData("$m = $items | Measure-Object Id -Sum; \"$($m.Sum)/$($m.Average)/$($m.Property)\"", "15//Id")]
    [InlineData("($items | Measure-Object Name -Maximum).Maximum", "n5")]
    public void Measure_Object_sums_up(string script, string expected) => Assert.Equal(expected, engine.Output(Items + script));

    [Fact]
    public void Measure_Object_reports_what_is_no_number() =>
        Assert.StartsWith("NonNumericInputObject", Assert.Single(engine.Run("'x' | Measure-Object -Sum").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("Write-Output 1, 2 | ForEach-Object { \"<$_>\" }", "<1>\n<2>")]
    [InlineData("Write-Output 1 2", "1\n2")]
    [InlineData("(Write-Output @(1, 2) -NoEnumerate | Measure-Object).Count", "1")]
    [InlineData("(1 | Get-Member -MemberType Method -Name Compare*).Name", "CompareTo")]
    public void Objects_pass_through(string script, string expected) => Assert.Equal(expected, engine.Output(script));
}
