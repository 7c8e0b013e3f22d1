using MathNet.Numerics.LinearAlgebra;
using RecTools.Algorithms;

namespace RecTools.Tests;

public unsafe class CholeskyTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(112)]
    public void Cholesky_solves_what_MathNet_solves(int order)
    {
        var full = Positive(order);
        var random = new SeededRandom(order);
        var right = Vector<double>.Build.Dense(order, _ => (float)random.NextGaussian());
        var system = Packed(full);
        var vector = BufferOf(right);
        system.Decompose();
        system.Solve(vector.Start);
        AssertNear(full.Cholesky().Solve(right), vector);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(80)]
    public void The_way_back_alone_gives_numbers_with_the_matrix_as_their_precision(int order)
    {
        var full = Positive(order);
        var random = new SeededRandom(order);
        var right = Vector<double>.Build.Dense(order, _ => (float)random.NextGaussian());
        var system = Packed(full);
        var vector = BufferOf(right);
        system.Decompose();
        system.SolveUpper(vector.Start);
        AssertNear(full.Cholesky().Factor.Transpose().Solve(right), vector);
    }

    [Fact]
    public void Room_for_a_larger_matrix_does_for_a_smaller_one()
    {
        var full = Positive(32);
        var right = Vector<double>.Build.Dense(32, 1);
        var system = new Cholesky(96) { Order = 32 };
        Fill(system, full);
        var vector = BufferOf(right);
        system.Decompose();
        system.Solve(vector.Start);
        AssertNear(full.Cholesky().Solve(right), vector);
    }

    [Fact]
    public void A_matrix_without_full_rank_gives_finite_numbers()
    {
        const int Order = 32;
        var system = new Cholesky(Order);
        system.Span.Fill(1);
        var vector = BufferOf(Vector<double>.Build.Dense(Order, 1));
        system.Decompose();
        system.Solve(vector.Start);
        Assert.All(vector.Span.ToArray(), value => Assert.True(float.IsFinite(value)));
        Assert.Equal(1, vector.Span.ToArray().Sum(), 0.01);
    }

    [Fact]
    public void Packing_keeps_the_upper_triangle_and_mirroring_makes_the_diagonal_whole()
    {
        const int Order = 48;
        var rows = Enumerable.Range(0, Order * Order).Select(i => (float)i).ToArray();
        var packed = new AlignedBuffer(PackedMatrix.Length(Order));
        PackedMatrix.Pack(rows, Order, Order, packed.Start);
        PackedMatrix.MirrorDiagonal(packed.Start, Order);
        for (var row = 0; row < Order; row++)
        {
            for (var column = row / 16 * 16; column < Order; column++)
            {
                Assert.Equal(rows[(Math.Min(row, column) * Order) + Math.Max(row, column)], PackedMatrix.At(packed.Start, row, column));
            }
        }
    }

    private static Matrix<double> Positive(int order)
    {
        var random = new SeededRandom(order + 1);
        var root = Matrix<double>.Build.Dense(order, order + 5, (_, _) => (float)random.NextGaussian());
        return (root * root.Transpose()) + Matrix<double>.Build.DiagonalIdentity(order);
    }

    private static Cholesky Packed(Matrix<double> full)
    {
        var system = new Cholesky(full.RowCount);
        Fill(system, full);
        return system;
    }

    private static void Fill(Cholesky system, Matrix<double> full)
    {
        for (var row = 0; row < full.RowCount; row++)
        {
            for (var column = row; column < full.RowCount; column++)
            {
                PackedMatrix.At(system.Matrix, row, column) = (float)full[row, column];
            }
        }

        PackedMatrix.MirrorDiagonal(system.Matrix, full.RowCount);
    }

    private static AlignedBuffer BufferOf(Vector<double> numbers)
    {
        var buffer = new AlignedBuffer(numbers.Count);
        for (var i = 0; i < numbers.Count; i++)
        {
            buffer.Span[i] = (float)numbers[i];
        }

        return buffer;
    }

    private static void AssertNear(Vector<double> expected, AlignedBuffer measured)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i], measured.Span[i], 2e-3);
        }
    }
}
