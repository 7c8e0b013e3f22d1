namespace RecTools.Algorithms;

/// <summary>All users, or all items, of a Gibbs sampler: their offsets and factors, and what is expected of them.</summary>
/// <param name="rows">Ratings by row.</param>
/// <param name="designs">What describes the rows.</param>
/// <param name="factors">Factors of each row.</param>
/// <param name="random">Source of the draws.</param>
internal sealed class GibbsSide(SparseMatrix rows, IReadOnlyList<SparseMatrix> designs, int factors, SeededSource random)
{
    private const int RowsInPiece = 16;
    private readonly SparseMatrix rows = rows;

    /// <summary>Offsets and factors, as last drawn.</summary>
    public AlsSide State { get; } = new(rows.RowCount, factors);

    /// <summary>What is expected of them.</summary>
    public FactorPrior Prior { get; } = new(rows.RowCount, factors + 1, designs, random);

    /// <summary>Draws what is expected of the rows, and then the rows given their ratings.</summary>
    /// <param name="mean">Mean of all ratings.</param>
    /// <param name="columns">The other side.</param>
    /// <param name="precision">Inverse of the variance of ratings around their expectation.</param>
    /// <param name="means">Takes the mean of what each row was drawn from; null where nobody asks.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>Sum of the squared errors of the draw.</returns>
    public double Draw(float mean, AlsSide columns, double precision, FactorMatrix? means, Workers workers)
    {
        Prior.Draw(State, workers);
        var own = SymmetricMatrices.Padded(Prior.Precision, 1 / precision);
        var seed = random.NextSeed();
        var deviation = 1 / Math.Sqrt(precision);
        var width = columns.Vectors.Width;
        var loss = new double[rows.RowCount];
        workers.ForEachPiece(rows.RowCount, RowsInPiece, () => new Scratch(width), (from, to, scratch) =>
        {
            for (var row = from; row < to; row++)
            {
                Prior.Expected.PaddedRow(row).CopyTo(scratch.Expected);
                var problem = new PosteriorProblem(mean, columns, own, scratch.Expected);
                scratch.Equations.Solve(rows.ColumnsOf(row), rows.ValuesOf(row), columns.Vectors, problem, scratch.Solution);
                scratch.AddExpected();
                if (means is not null)
                {
                    scratch.Solution.CopyTo(means.PaddedRow(row));
                }

                scratch.AddNoise(deviation, seed, row);
                Store(row, scratch.Solution);
                loss[row] = LossOf(row, mean, columns);
            }
        });
        return loss.Sum();
    }

    private void Store(int row, float[] solution) => State.Set(row, solution);

    private unsafe double LossOf(int row, float mean, AlsSide columns)
    {
        double loss = 0;
        var items = rows.ColumnsOf(row);
        var values = rows.ValuesOf(row);
        var length = columns.Vectors.Stride;
        fixed (float* own = State.Vectors.PaddedRow(row), vectors = columns.Vectors.Values)
        {
            for (var i = 0; i < items.Length; i++)
            {
                // The ones that both vectors begin with meet in the product.
                var product = VectorKernels.Dot(own, vectors + ((long)items[i] * length), length) - 1;
                var error = (double)values[i] - mean - State.Offsets[row] - columns.Offsets[items[i]] - product;
                loss += error * error;
            }
        }

        return loss;
    }

    /// <summary>Room that each thread makes once.</summary>
    private sealed class Scratch(int width)
    {
        private readonly float[] noise = new float[VectorKernels.PaddedLength(width)];

        public NormalEquations Equations { get; } = new(width);

        public float[] Expected { get; } = new float[VectorKernels.PaddedLength(width)];

        public float[] Solution { get; } = new float[VectorKernels.PaddedLength(width)];

        public void AddExpected() => System.Numerics.Tensors.TensorPrimitives.Add(Solution, Expected, Solution);

        public void AddNoise(double deviation, long seed, int row)
        {
            var random = new SeededRandom(seed, (ulong)row);
            for (var k = 0; k < width; k++)
            {
                noise[k] = (float)(random.NextGaussian() * deviation);
            }

            Equations.SolveUpper(noise);
            System.Numerics.Tensors.TensorPrimitives.Add(Solution, noise, Solution);
        }
    }
}
