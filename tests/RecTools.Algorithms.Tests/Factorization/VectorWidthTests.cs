using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What processors with vectors of sixteen numbers run and what all others run, against plain loops and each other, bit for bit.</summary>
public unsafe class VectorWidthTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    public void Tiles_are_summed_in_the_order_of_the_vectors(int count)
    {
        const int Side = TileUpdate.Side;
        var scaled = Buffer((count + 1) * Side, 1);
        var plain = Buffer((count + 1) * 2 * Side, 2);
        var before = Buffer(2 * Side * Side, 3);
        var (one, pair, narrow) = (Buffer(2 * Side * Side, 3), Buffer(2 * Side * Side, 3), Buffer(2 * Side * Side, 3));
        var others = plain.Start + (count * Side);
        TileUpdate.Add(one.Start, Side, scaled.Start, plain.Start, Side, count);
        TileUpdate.AddPair(pair.Start, pair.Start + (Side * Side), Side, scaled.Start, plain.Start, others, Side, count);
        TileUpdate.AddNarrow(narrow.Start, Side, scaled.Start, plain.Start, Side, count);
        TileUpdate.AddNarrow(narrow.Start + (Side * Side), Side, scaled.Start, others, Side, count);
        Assert.Equal(narrow.Span.ToArray(), pair.Span.ToArray());
        Assert.Equal(narrow.Span[..(Side * Side)].ToArray(), one.Span[..(Side * Side)].ToArray());
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                var sum = before.Span[(row * Side) + column];
                for (var i = 0; i < count; i++)
                {
                    sum = MathF.FusedMultiplyAdd(scaled.Span[(i * Side) + row], plain.Span[(i * Side) + column], sum);
                }

                Assert.Equal(sum, one.Span[(row * Side) + column]);
            }
        }
    }

    [Fact]
    public void Tiles_beside_the_diagonal_are_solved_by_the_same_steps()
    {
        const int Side = TileUpdate.Side;
        var (factor, reciprocal) = (Buffer(Side * Side, 1), Buffer(Side, 2));
        var (wide, narrow) = (Buffer(Side * Side, 3), Buffer(Side * Side, 3));
        TriangularTile.SolveBeside(factor.Start, reciprocal.Start, wide.Start);
        TriangularTile.SolveBesideNarrow(factor.Start, reciprocal.Start, narrow.Start);
        Assert.Equal(narrow.Span.ToArray(), wide.Span.ToArray());
    }

    [Theory]
    [InlineData(16, 3)]
    [InlineData(64, 0)]
    [InlineData(112, 21)]
    public void Weighted_rows_are_summed_in_their_order(int length, int count)
    {
        var rows = Buffer((count + 1) * length, 1);
        var weights = Buffer(count + 1, 2);
        var sums = Buffer(length, 3);
        var expected = sums.Span.ToArray();
        RowSum.Add(sums.Start, length, rows.Start, length, VectorKernels.Lanes, weights.Start, count);
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < length; k++)
            {
                expected[k] = MathF.FusedMultiplyAdd(weights.Span[i], rows.Span[(i * length) + k], expected[k]);
            }
        }

        Assert.Equal(expected, sums.Span.ToArray());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Rows_from_different_places_are_added_in_their_order(int count)
    {
        const int Length = 48;
        var rows = Buffer(4 * Length, 1);
        var factors = Buffer(4, 2);
        var sums = Buffer(Length, 3);
        var expected = sums.Span.ToArray();
        var places = stackalloc float*[4];
        for (var i = 0; i < count; i++)
        {
            places[i] = rows.Start + ((3 - i) * Length);
            for (var k = 0; k < Length; k++)
            {
                expected[k] = MathF.FusedMultiplyAdd(factors.Span[i], places[i][k], expected[k]);
            }
        }

        VectorKernels.AddScaledRows(sums.Start, places, factors.Start, count, Length);
        Assert.Equal(expected, sums.Span.ToArray());
    }

    [Theory]
    [InlineData(16, 5)]
    [InlineData(32, 21)]
    public void Scores_of_eight_users_are_those_of_one_user_after_the_other(int count, int width)
    {
        var (users, items, offsets) = (Buffer(ScoreTile.Users * width, 1), Buffer(count * width, 2), Buffer(count, 3));
        var (wide, narrow, one) = (Buffer(ScoreTile.Users * count, 4), Buffer(ScoreTile.Users * count, 5), Buffer(ScoreTile.Users * count, 6));
        ScoreTile.Write(users.Start, width, items.Start, width, offsets.Start, count, wide.Start, count);
        ScoreTile.WriteNarrow(users.Start, width, items.Start, width, offsets.Start, count, narrow.Start, count);
        for (var user = 0; user < ScoreTile.Users; user++)
        {
            for (var first = 0; first < count; first += ScoreTile.Panel)
            {
                ScoreTile.WriteOne(
                    users.Start + (user * width), items.Start + (first * width), width, offsets.Start + first, one.Start + (user * count) + first);
            }
        }

        Assert.Equal(one.Span.ToArray(), wide.Span.ToArray());
        Assert.Equal(one.Span.ToArray(), narrow.Span.ToArray());
    }

    private static AlignedBuffer Buffer(int length, long seed)
    {
        var buffer = new AlignedBuffer(length);
        var random = new SeededRandom(seed);
        foreach (ref var value in buffer.Span)
        {
            value = (float)random.NextGaussian();
        }

        return buffer;
    }
}
