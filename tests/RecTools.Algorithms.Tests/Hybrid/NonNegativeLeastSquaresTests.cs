using MathNet.Numerics.LinearAlgebra;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class NonNegativeLeastSquaresTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_best_of_all_subsets_is_found(long seed)
    {
        var random = new SeededRandom(seed);
        float[][] columns = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 200).Select(_ => (float)random.NextGaussian()).ToArray())];
        float[] target = [.. Enumerable.Range(0, 200).Select(i => (float)(3 + (0.5 * columns[0][i]) - (0.7 * columns[1][i]) + (0.2 * columns[2][i]) + random.NextGaussian()))];
        var (weights, constant) = NonNegativeLeastSquares.Solve(columns, target);
        Assert.All(weights, weight => Assert.True(weight >= 0));
        Assert.Equal(Slow(columns, target), Error(columns, target, weights, constant), 1e-6);
    }

    [Fact]
    public void A_part_that_says_always_the_same_gets_nothing_and_the_constant_does_its_work()
    {
        var (weights, constant) = NonNegativeLeastSquares.Solve([[2, 2, 2], [1, 2, 3]], [5, 6, 7]);
        Assert.Equal(0, weights[0]);
        Assert.Equal(1, weights[1], 1e-9);
        Assert.Equal(4, constant, 1e-9);
    }

    // Of the plain solutions on all subsets whose coefficients are not negative, the one with the least error.
    private static double Slow(float[][] columns, float[] target) => Enumerable.Range(0, 1 << columns.Length).Min(subset =>
    {
        int[] chosen = [.. Enumerable.Range(0, columns.Length).Where(i => (subset >> i & 1) == 1)];
        var x = Matrix<double>.Build.Dense(target.Length, chosen.Length + 1, (row, i) => i < chosen.Length ? columns[chosen[i]][row] : 1);
        var solution = x.QR().Solve(Vector<double>.Build.Dense(target.Length, row => target[row]));
        var weights = new double[columns.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            weights[chosen[i]] = solution[i];
        }

        return weights.Any(weight => weight < 0) ? double.PositiveInfinity : Error(columns, target, weights, solution[chosen.Length]);
    });

    private static double Error(float[][] columns, float[] target, double[] weights, double constant) =>
        Enumerable.Range(0, target.Length).Sum(row => Math.Pow(constant + weights.Select((weight, i) => weight * columns[i][row]).Sum() - target[row], 2));
}
