using System.IO.Compression;
using RecTools.Data;

namespace RecTools.Tests;

public class DelimitedFileReaderTests
{
    [Theory]
    [InlineData("User,Item,Value\n1,a,2.5\n2,b,\n")]
    [InlineData("User;Item;Value\r\n1;a;2.5\r\n2;b;\r\n")]
    [InlineData("User\tItem\tValue\n1\ta\t2.5\n2\tb\t\n")]
    [InlineData("User::Item::Value\n1::a::2.5\n2::b::\n")]
    [InlineData("User|Item|Value\n1|\"a\"|2.5\n\n2|b|")]
    public void The_delimiter_is_found_out(string text)
    {
        using var folder = new TemporaryFolder();
        using var reader = new DelimitedFileReader(new InteractionSource { Path = folder.Write("a.txt", text) });
        Assert.Equal(["User", "Item", "Value"], reader.Columns.Select(column => column.Name));
        Assert.True(reader.Read());
        Assert.Equal(("1", "a", "2.5"), (reader.GetText(0).ToString(), reader.GetText(1).ToString(), reader.GetText(2).ToString()));
        Assert.True(reader.Read());
        Assert.Equal((CellKind.Text, CellKind.Null), (reader.Kind(1), reader.Kind(2)));
        Assert.False(reader.IsMalformed);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Names_are_given_where_the_file_has_none_and_gzip_is_unpacked()
    {
        using var folder = new TemporaryFolder();
        using (var stream = new StreamWriter(new GZipStream(File.Create(folder.File("a.csv.gz")), CompressionLevel.Fastest)))
        {
            stream.Write("7,8\n9,10\n");
        }

        using var reader = new DelimitedFileReader(new InteractionSource { Path = folder.File("a.csv.gz"), Header = ["A", "B"] });
        Assert.True(reader.Read() && reader.GetText(0).ToString() == "7");
        Assert.True(reader.Read() && reader.GetText(1).ToString() == "10");
        Assert.False(reader.Read());
    }

    [Fact]
    public void Quoted_cells_may_hold_the_delimiter_and_quotes()
    {
        using var folder = new TemporaryFolder();
        using var reader = new DelimitedFileReader(new InteractionSource { Path = folder.Write("a.csv", "A,B\n\"x, \"\"y\"\"\",2\n") });
        Assert.True(reader.Read());
        Assert.Equal("x, \"y\"", reader.GetText(0).ToString());
    }

    [Fact]
    public void A_line_with_too_few_columns_is_told_with_its_number()
    {
        using var folder = new TemporaryFolder();
        using var reader = new DelimitedFileReader(new InteractionSource { Path = folder.Write("a.csv", "A,B\n1,2\n3\n4,5\n") });
        Assert.True(reader.Read() && !reader.IsMalformed);
        Assert.True(reader.Read() && reader.IsMalformed);
        Assert.Equal("line 3: 3", reader.Describe());
        Assert.True(reader.Read() && !reader.IsMalformed);
    }

    [Theory]
    [InlineData("missing.csv", null, "FileNotFound")]
    [InlineData("empty.csv", null, "SourceEmpty")]
    [InlineData("good.csv", "abc", "DelimiterInvalid")]
    [InlineData("bad.csv.gz", null, "FileUnreadable")]
    public void What_cannot_be_read_is_told(string name, string? delimiter, string errorId)
    {
        using var folder = new TemporaryFolder();
        folder.Write("empty.csv", "");
        folder.Write("good.csv", "A,B\n1,2\n");
        folder.Write("bad.csv.gz", "this is not packed");
        var error = Assert.Throws<RecException>(() => new DelimitedFileReader(new InteractionSource { Path = folder.File(name), Delimiter = delimiter }));
        Assert.Equal(errorId, error.ErrorId);
        Assert.NotEmpty(error.Action);
    }
}
