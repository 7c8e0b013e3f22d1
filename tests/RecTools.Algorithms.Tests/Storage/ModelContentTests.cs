using RecTools.Algorithms;

namespace RecTools.Tests;

public class ModelContentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(700_001)]
    public void Arrays_of_any_length_come_back_as_they_were(int length)
    {
        var numbers = Enumerable.Range(0, length).Select(i => i * 0.5).ToArray();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        ModelContent.WriteArray<double>(writer, numbers);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Equal(numbers, ModelContent.ReadArray<double>(reader));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public void A_damaged_length_is_an_error_and_no_demand_for_memory(int length)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Read("Mine", 1, content => content.Write(length), ModelContent.ReadArray<long>));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Another_algorithm_and_another_version_are_refused_by_name()
    {
        var other = Assert.Throws<InvalidDataException>(() => Read("Other", 1, _ => { }, _ => 0));
        Assert.Contains("Mine", other.Message, StringComparison.Ordinal);
        var newer = Assert.Throws<InvalidDataException>(() => Read("Mine", 2, _ => { }, _ => 0));
        Assert.Contains("version 2", newer.Message, StringComparison.Ordinal);
        Assert.Equal(7, Read("Mine", 1, content => content.Write(7), content => content.ReadInt32()));
    }

    /// <summary>Writes a header and what follows it, and reads it as version 1 of 'Mine'.</summary>
    private static T Read<T>(string algorithm, int version, Action<BinaryWriter> write, Func<BinaryReader, T> read)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        ModelContent.WriteHeader(writer, algorithm, version);
        write(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return ModelContent.Read(reader, "Mine", 1, read);
    }
}
