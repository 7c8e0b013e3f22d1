namespace RecTools.Algorithms;

/// <summary>
/// One pass of block coordinate descent over the normal equations of one row after the other: blocks of neighbouring factors are solved exactly in turn while
/// the others stand still ('iALS++: Speeding up Matrix Factorization with Subspace Optimization', Rendle, Krichene, Zhang and Koren 2021); each thread has its own.
/// </summary>
/// <remarks>
/// The work of a row grows with factors x block size rather than with the square of the factors. The paper passes over all rows block by block; since rows of one
/// side do not see each other, passing over all blocks row by row gives the same, and reads each row's vectors while they are near.
/// </remarks>
internal sealed unsafe class BlockCoordinates : IRowEquations
{
    private readonly int order;
    private readonly int width;
    private readonly int blockSize;
    private readonly Cholesky system;
    private readonly GatheredVectors gathered;
    private readonly AlignedBuffer step;
    private readonly AlignedBuffer negated;
    private readonly float[] diagonal;
    private float[] predictions = [];

    /// <summary>Makes room for rows of a width.</summary>
    /// <param name="width">Numbers of a row.</param>
    /// <param name="blockSize">Factors in a block; rounded up to a multiple of 16.</param>
    public BlockCoordinates(int width, int blockSize)
    {
        this.width = width;
        order = VectorKernels.PaddedLength(width);
        this.blockSize = Math.Min(order, VectorKernels.PaddedLength(blockSize));
        system = new Cholesky(this.blockSize);
        gathered = new GatheredVectors(this.blockSize);
        step = new AlignedBuffer(this.blockSize);
        negated = new AlignedBuffer(order);
        diagonal = new float[width];
    }

    /// <inheritdoc/>
    public double Solve<TProblem>(
        ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix features, in TProblem problem, Span<float> solution)
        where TProblem : struct, IRowProblem
    {
        problem.Diagonal(columns.Length, diagonal);
        if (predictions.Length < columns.Length)
        {
            predictions = new float[Math.Max(columns.Length, 2 * predictions.Length)];
        }

        fixed (float* x = solution, vectors = features.Values, shared = problem.Base)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                predictions[i] = VectorKernels.Dot(vectors + ((long)columns[i] * order), x, order);
            }

            for (var first = 0; first < order; first += blockSize)
            {
                SolveBlock(columns, values, vectors, shared, problem, first, x);
            }

            return Loss(columns, values, shared, problem, x);
        }
    }

    // The step d of a block from x: (Base + sum of weight y y' + diagonal) d = what the equations lack at x, all restricted to the block.
    private void SolveBlock<TProblem>(
        ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float* vectors, float* shared, in TProblem problem, int first, float* x)
        where TProblem : struct, IRowProblem
    {
        var size = Math.Min(blockSize, order - first);
        system.Order = size;
        step.Span.Clear();
        if (shared is null)
        {
            system.Span.Clear();
        }
        else
        {
            var all = new ReadOnlySpan<float>(shared, order * order);
            PackedMatrix.Pack(all[((first * order) + first)..], order, size, system.Matrix);
            VectorKernels.Scale(x, -1, negated.Start, order);
            RowSum.Add(step.Start, size, shared + first, order, VectorKernels.Lanes, negated.Start, order);
        }

        for (var i = 0; i < columns.Length; i++)
        {
            var weight = problem.Weight(values[i]);
            var lack = problem.Target(columns[i], values[i]) - (weight * predictions[i]);
            if (gathered.Take(vectors + ((long)columns[i] * order) + first, size, weight, lack))
            {
                gathered.AddTo(system.Matrix, step.Start);
            }
        }

        gathered.AddTo(system.Matrix, step.Start);
        for (var k = 0; k < size; k++)
        {
            // The padding has no data: any positive number there gives 0.
            var own = first + k < width ? diagonal[first + k] : 1;
            PackedMatrix.At(system.Matrix, k, k) += own;
            step.Start[k] -= own * x[first + k];
        }

        system.Decompose();
        system.Solve(step.Start);
        VectorKernels.AddScaled(x + first, step.Start, 1, size);
        for (var i = 0; i < columns.Length; i++)
        {
            predictions[i] += VectorKernels.Dot(vectors + ((long)columns[i] * order) + first, step.Start, size);
        }
    }

    private double Loss<TProblem>(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float* shared, in TProblem problem, float* x)
        where TProblem : struct, IRowProblem
    {
        double loss = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            double prediction = predictions[i];
            loss += problem.Constant(columns[i], values[i])
                + (prediction * ((problem.Weight(values[i]) * prediction) - (2 * problem.Target(columns[i], values[i]))));
        }

        for (var k = 0; k < width; k++)
        {
            double product = diagonal[k] * x[k];
            if (shared is not null)
            {
                product += VectorKernels.Dot(shared + ((long)k * order), x, order);
            }

            loss += x[k] * product;
        }

        return loss;
    }
}
