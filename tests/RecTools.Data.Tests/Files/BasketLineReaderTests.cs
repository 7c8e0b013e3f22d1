using RecTools.Data;

namespace RecTools.Tests;

public class BasketLineReaderTests
{
    [Theory]
    [InlineData("1 2 3 \n2 3\n\n7\n", null, "1:1 1:2 1:3 2:2 2:3 4:7")]
    [InlineData("a,b c\nd\n", null, "1:a 1:b c 2:d")]
    [InlineData("d\na;b\n", null, "1:d 2:a 2:b")]
    [InlineData(" a , , b,\n", null, "1:a 1:b")]
    [InlineData("\"a,b\",\"say \"\"x\"\"\"\n", null, "1:a,b 1:say \"x\"")]
    [InlineData("a b|c d\n", "|", "1:a b 1:c d")]
    public void Each_line_is_a_basket(string text, string? delimiter, string rows)
    {
        using var folder = new TemporaryFolder();
        using var reader = new BasketLineReader(new InteractionSource { Path = folder.Write("a.dat", text), Delimiter = delimiter, BasketPerLine = true });
        Assert.Equal(["Basket", "Item"], reader.Columns.Select(column => column.Name));
        var read = new List<string>();
        while (reader.Read())
        {
            read.Add($"{reader.GetInt64(0)}:{reader.GetText(1)}");
        }

        Assert.Equal(rows, string.Join(' ', read));
    }
}
