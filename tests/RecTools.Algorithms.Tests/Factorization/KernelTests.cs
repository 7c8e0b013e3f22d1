using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The kernels against plain loops in double precision.</summary>
public unsafe class KernelTests
{
    [Theory]
    [InlineData(16, 0)]
    [InlineData(16, 1)]
    [InlineData(48, 5)]
    [InlineData(64, 64)]
    [InlineData(80, 131)]
    public void A_symmetric_update_adds_the_products_on_and_above_the_diagonal(int order, int count)
    {
        var scaled = Buffer(count * order, 1);
        var plain = Buffer(count * order, 2);
        var matrix = Buffer(order * order, 3);
        var before = matrix.Span.ToArray();
        SymmetricUpdate.Add(matrix.Start, order, scaled.Start, plain.Start, count);
        for (var row = 0; row < order; row++)
        {
            for (var column = row; column < order; column++)
            {
                double sum = before[(row * order) + column];
                for (var i = 0; i < count; i++)
                {
                    sum += (double)scaled.Span[(i * order) + row] * plain.Span[(i * order) + column];
                }

                Assert.Equal(sum, matrix.Span[(row * order) + column], 1e-3);
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 15, 3)]
    [InlineData(8, 16, 17)]
    [InlineData(9, 33, 64)]
    [InlineData(70, 100, 20)]
    public void One_score_and_a_block_of_scores_are_the_same_bits_and_right(int users, int items, int factors)
    {
        var left = new FactorMatrix(users, factors);
        var right = new FactorMatrix(items, factors);
        left.Randomize(1, 5, 1);
        right.Randomize(1, 5, 2);
        var offsets = Enumerable.Range(0, items).Select(i => i / 7f).ToArray();
        var levels = Enumerable.Range(0, users).Select(i => i / 3f).ToArray();
        var scorer = new FactorScorer(right, offsets);
        var scores = new float[users * items];
        scorer.Score(left.Values, left.Stride, levels, users, scores);
        for (var user = 0; user < users; user++)
        {
            for (var item = 0; item < items; item++)
            {
                var one = scorer.Score(left.Row(user), levels[user], item);
                Assert.Equal(Fitted.Bits(one), Fitted.Bits(scores[(user * items) + item]));
                double sum = offsets[item] + levels[user];
                for (var k = 0; k < factors; k++)
                {
                    sum += (double)left.Row(user)[k] * right.Row(item)[k];
                }

                Assert.Equal(sum, one, 1e-3);
            }
        }
    }

    [Fact]
    public void The_Gram_matrix_is_the_same_bits_on_one_thread_and_on_two()
    {
        var factors = new FactorMatrix(5000, 20);
        factors.Randomize(1, 9, 1);
        var gram = factors.Gram(new Workers(1));
        Assert.Equal(gram, factors.Gram(new Workers(2)));
        double expected = 0;
        for (var row = 0; row < factors.Rows; row++)
        {
            expected += (double)factors.Row(row)[3] * factors.Row(row)[17];
        }

        Assert.Equal(expected, gram[(3 * factors.Stride) + 17], 0.05);
    }

    private static AlignedBuffer Buffer(int length, long seed)
    {
        var buffer = new AlignedBuffer(Math.Max(1, length));
        var random = new SeededRandom(seed);
        foreach (ref var value in buffer.Span)
        {
            value = (float)random.NextGaussian();
        }

        return buffer;
    }
}
