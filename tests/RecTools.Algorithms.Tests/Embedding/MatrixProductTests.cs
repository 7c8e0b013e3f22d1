using RecTools.Algorithms;

namespace RecTools.Tests;

public class MatrixProductTests
{
    [Theory]
    [InlineData(8, 16, 1)]
    [InlineData(8, 32, 7)]
    [InlineData(24, 48, 33)]
    [InlineData(64, 64, 64)]
    public unsafe void A_product_is_what_plain_loops_give_bit_for_bit(int rows, int columns, int depth)
    {
        var random = new SeededRandom(1);
        var left = Fill(rows * depth, ref random);
        var right = Fill(depth * columns, ref random);
        var (byRows, byColumns) = (new AlignedBuffer(rows * columns), new AlignedBuffer(rows * columns));
        var transposed = new AlignedBuffer(rows * depth);
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < depth; i++)
            {
                transposed.Span[(i * rows) + row] = left.Span[(row * depth) + i];
            }
        }

        MatrixProduct.Write(left.Start, depth, 1, right.Start, byRows.Start, rows, columns, depth);
        MatrixProduct.Write(transposed.Start, 1, rows, right.Start, byColumns.Start, rows, columns, depth);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0f;
                for (var i = 0; i < depth; i++)
                {
                    sum = MathF.FusedMultiplyAdd(left.Span[(row * depth) + i], right.Span[(i * columns) + column], sum);
                }

                Assert.Equal(sum, byRows.Span[(row * columns) + column]);
                Assert.Equal(sum, byColumns.Span[(row * columns) + column]);
            }
        }
    }

    [Fact]
    public unsafe void Dropout_leaves_out_the_share_asked_for_and_keeps_the_mean()
    {
        var numbers = new AlignedBuffer(64_000);
        numbers.Span.Fill(1);
        var random = new SeededRandom(3);
        LayerKernels.Drop(numbers.Start, numbers.Length, 0.25, ref random);
        Assert.Equal(0.25, numbers.Span.ToArray().Count(number => number == 0) / 64_000.0, 0.01);
        Assert.Equal(1, numbers.Span.ToArray().Average(), 0.01);
    }

    [Fact]
    public unsafe void A_step_of_Adam_is_what_the_paper_says()
    {
        var random = new SeededRandom(2);
        var (values, gradients) = (Fill(16, ref random), Fill(16, ref random));
        var (means, squares) = (new AlignedBuffer(16), new AlignedBuffer(16));
        var slow = Enumerable.Range(0, 16).Select(i => (Value: (double)values.Span[i], Mean: 0.0, Square: 0.0)).ToArray();
        var (one, oneMean, oneSquare) = (values.Span[3], 0f, 0f);
        var step = new AdamStep(0.01f, 0.1f, 0.5f);
        for (var count = 1; count <= 50; count++)
        {
            for (var i = 0; i < 16; i++)
            {
                var gradient = 0.5 * gradients.Span[i];
                var (mean, square) = ((0.9 * slow[i].Mean) + (0.1 * gradient), (0.999 * slow[i].Square) + (0.001 * gradient * gradient));
                var (unbiased, spread) = (mean / (1 - Math.Pow(0.9, count)), square / (1 - Math.Pow(0.999, count)));
                slow[i] = ((slow[i].Value * (1 - (0.01 * 0.1))) - (0.01 * unbiased / (Math.Sqrt(spread) + 1e-8)), mean, square);
            }

            step.Move(values.Start, means.Start, squares.Start, gradients.Start, 16, count);
            step.Move(ref one, ref oneMean, ref oneSquare, gradients.Span[3], count);
        }

        for (var i = 0; i < 16; i++)
        {
            Assert.Equal(slow[i].Value, values.Span[i], 1e-4);
        }

        Assert.Equal(values.Span[3], one);
    }

    private static AlignedBuffer Fill(int length, ref SeededRandom random)
    {
        var buffer = new AlignedBuffer(length);
        foreach (ref var number in buffer.Span)
        {
            number = (float)random.NextGaussian();
        }

        return buffer;
    }
}
