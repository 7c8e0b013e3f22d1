using RecTools.Data;

namespace RecTools.Tests;

public class NameTests
{
    [Theory]
    [InlineData("Rating", "\"Rating\"")]
    [InlineData("dbo.Rating", "\"dbo\".\"Rating\"")]
    [InlineData("[my schema].[my.table]", "\"my schema\".\"my.table\"")]
    [InlineData("\"a\"\"b\"", "\"a\"\"b\"")]
    [InlineData("x; DROP TABLE y", "\"x; DROP TABLE y\"")]
    [InlineData("it's", "\"it's\"")]
    public void A_name_is_taken_apart_and_quoted(string name, string quoted)
    {
        using var folder = new TemporaryFolder();
        using var database = folder.Sqlite();
        Assert.Equal(quoted, database.QuoteName(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("[a")]
    [InlineData("[a]b")]
    [InlineData("a.b.c.d.e")]
    public void What_is_no_name_is_refused(string name) =>
        Assert.Equal("TableNameInvalid", Assert.Throws<RecException>(() => ObjectName.Split(name)).ErrorId);

    [Theory]
    [InlineData(null, null)]
    [InlineData("Shop", "Shop")]
    [InlineData("S*_?", "S%\\__")]
    [InlineData("50%[a]", "50\\%\\[a]")]
    public void Wildcards_become_those_of_LIKE(string? wildcards, string? pattern) => Assert.Equal(pattern, LikePattern.Of(wildcards));
}
