namespace RecTools.Algorithms;

/// <summary>Builds and solves the normal equations of one row after the other; each thread has its own.</summary>
internal sealed unsafe class NormalEquations : IRowEquations
{
    private readonly int order;
    private readonly int width;
    private readonly Cholesky system;
    private readonly AlignedBuffer right;
    private readonly GatheredVectors gathered;
    private readonly float[] diagonal;

    /// <summary>Makes room for rows of a width.</summary>
    public NormalEquations(int width)
    {
        this.width = width;
        order = VectorKernels.PaddedLength(width);
        system = new Cholesky(order);
        right = new AlignedBuffer(order);
        gathered = new GatheredVectors(order);
        diagonal = new float[width];
    }

    /// <inheritdoc/>
    public double Solve<TProblem>(
        ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix features, in TProblem problem, Span<float> solution)
        where TProblem : struct, IRowProblem
    {
        var constant = Factor(columns, values, features, problem);
        fixed (float* x = solution)
        {
            right.Span.CopyTo(solution);
            system.Solve(x);
            return constant - VectorKernels.Dot(x, right.Start, order);
        }
    }

    /// <summary>Solves for another right-hand side with the matrix of the last row.</summary>
    public void SolveAlso(Span<float> vector)
    {
        fixed (float* x = vector)
        {
            system.Solve(x);
        }
    }

    /// <summary>With the matrix U'U of the last row, solves U x = b: independent normal numbers come to have the matrix as their precision.</summary>
    public void SolveUpper(Span<float> vector)
    {
        fixed (float* x = vector)
        {
            system.SolveUpper(x);
        }
    }

    /// <summary>Builds the matrix and the right-hand side of a row and decomposes the matrix.</summary>
    /// <returns>The loss at x = 0.</returns>
    public double Factor<TProblem>(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix features, in TProblem problem)
        where TProblem : struct, IRowProblem
    {
        if (problem.Base is { } shared)
        {
            PackedMatrix.Pack(shared, order, order, system.Matrix);
        }
        else
        {
            system.Span.Clear();
        }

        right.Span.Clear();
        double constant = 0;

        // A copy of its own: every call through the reference would make one.
        var terms = problem;
        fixed (float* vectors = features.Values)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                constant += terms.Constant(columns[i], values[i]);
                if (gathered.Take(vectors + ((long)columns[i] * order), order, terms.Weight(values[i]), terms.Target(columns[i], values[i])))
                {
                    gathered.AddTo(system.Matrix, right.Start);
                }
            }
        }

        gathered.AddTo(system.Matrix, right.Start);
        problem.Diagonal(columns.Length, diagonal);
        for (var k = 0; k < order; k++)
        {
            // The padding has no data: any positive number there gives 0.
            PackedMatrix.At(system.Matrix, k, k) += k < width ? diagonal[k] : 1;
        }

        system.Decompose();
        return constant;
    }
}
