namespace RecTools.Algorithms;

/// <summary>Builds and solves the normal equations of one row after the other; each thread has its own.</summary>
internal sealed unsafe class NormalEquations
{
    // Vectors gathered before they are added to the matrix: two buffers of 64 rows of 64 numbers fit a first-level cache.
    private const int Gathered = 64;
    private readonly int order;
    private readonly int width;
    private readonly AlignedBuffer matrix;
    private readonly AlignedBuffer negated;
    private readonly AlignedBuffer reciprocal;
    private readonly AlignedBuffer right;
    private readonly AlignedBuffer plain;
    private readonly AlignedBuffer scaled;
    private readonly float[] diagonal;
    private int gathered;

    /// <summary>Makes room for rows of a width.</summary>
    public NormalEquations(int width)
    {
        this.width = width;
        order = VectorKernels.PaddedLength(width);
        matrix = new AlignedBuffer(order * order);
        negated = new AlignedBuffer(order * order);
        reciprocal = new AlignedBuffer(order);
        right = new AlignedBuffer(order);
        plain = new AlignedBuffer(Gathered * order);
        scaled = new AlignedBuffer(Gathered * order);
        diagonal = new float[width];
    }

    /// <summary>Solves one row.</summary>
    /// <param name="columns">Columns of its entries.</param>
    /// <param name="values">Their values.</param>
    /// <param name="features">Vector of each column.</param>
    /// <param name="problem">What to solve.</param>
    /// <param name="solution">Takes x, padded.</param>
    /// <returns>The loss of the row, its own regularisation included.</returns>
    public double Solve<TProblem>(
        ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix features, in TProblem problem, Span<float> solution)
        where TProblem : struct, IRowProblem
    {
        var constant = Factor(columns, values, features, problem);
        fixed (float* x = solution)
        {
            right.Span.CopyTo(solution);
            Cholesky.Solve(matrix.Start, order, reciprocal.Start, x);
            return constant - VectorKernels.Dot(x, right.Start, order);
        }
    }

    /// <summary>Solves for another right-hand side with the matrix of the last row.</summary>
    public void SolveAlso(Span<float> vector)
    {
        fixed (float* x = vector)
        {
            Cholesky.Solve(matrix.Start, order, reciprocal.Start, x);
        }
    }

    /// <summary>With the matrix U'U of the last row, solves U x = b: independent normal numbers come to have the matrix as their precision.</summary>
    public void SolveUpper(Span<float> vector)
    {
        fixed (float* x = vector)
        {
            Cholesky.SolveUpper(matrix.Start, order, reciprocal.Start, x);
        }
    }

    /// <summary>Builds the matrix and the right-hand side of a row and decomposes the matrix.</summary>
    /// <returns>The loss at x = 0.</returns>
    public double Factor<TProblem>(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix features, in TProblem problem)
        where TProblem : struct, IRowProblem
    {
        if (problem.Base is { } shared)
        {
            shared.CopyTo(matrix.Span);
        }
        else
        {
            matrix.Span.Clear();
        }

        right.Span.Clear();
        double constant = 0;
        fixed (float* vectors = features.Values)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var vector = vectors + ((long)columns[i] * order);
                VectorKernels.AddScaled(right.Start, vector, problem.Target(columns[i], values[i]), order);
                constant += problem.Constant(columns[i], values[i]);
                Gather(vector, problem.Weight(values[i]));
            }
        }

        Flush();
        problem.Diagonal(columns.Length, diagonal);
        for (var k = 0; k < order; k++)
        {
            // The padding has no data: any positive number there gives 0.
            matrix.Start[((long)k * order) + k] += k < width ? diagonal[k] : 1;
        }

        Cholesky.Factor(matrix.Start, order, negated.Start, reciprocal.Start);
        return constant;
    }

    private void Gather(float* vector, float weight)
    {
        if (weight == 0)
        {
            return;
        }

        var place = gathered * order;
        VectorKernels.Scale(vector, 1, plain.Start + place, order);
        VectorKernels.Scale(vector, weight, scaled.Start + place, order);
        if (++gathered == Gathered)
        {
            Flush();
        }
    }

    private void Flush()
    {
        SymmetricUpdate.Add(matrix.Start, order, scaled.Start, plain.Start, gathered);
        gathered = 0;
    }
}
