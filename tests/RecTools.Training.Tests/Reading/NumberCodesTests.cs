using FsCheck;
using FsCheck.Fluent;
using RecTools.Training;

namespace RecTools.Tests;

public class NumberCodesTests
{
    // Around the places where the table grows and ends, and far beyond it.
    private static readonly Arbitrary<long[]> Numbers = Gen.Frequency(
            (6, Gen.Choose(0, 40).Select(n => (long)n)),
            (2, Gen.Choose(1020, 1030).Select(n => (long)n)),
            (2, Gen.Choose((1 << 22) - 3, (1 << 22) + 3).Select(n => (long)n)),
            (1, Gen.Elements(-1, -7, long.MinValue, long.MaxValue, uint.MaxValue)))
        .ArrayOf().ToArbitrary();

    [Fact]
    public void Numbers_get_the_codes_that_a_plain_dictionary_gives_them() => Check.QuickThrowOnFailure(Prop.ForAll(Numbers, numbers =>
    {
        var codes = new NumberCodes();
        var plain = new Dictionary<long, int>();
        foreach (var number in numbers)
        {
            plain.TryAdd(number, plain.Count);
            Assert.Equal(plain[number], codes.CodeOf(number));
        }

        Assert.Equal(plain.OrderBy(pair => pair.Value).Select(pair => pair.Key), codes.ToArray());
        Assert.Equal(plain.Count, codes.Count);
    }));
}
