namespace RecTools.Algorithms;

/// <summary>A few steps of conjugate gradients on the normal equations of one row, without building them (Takacs, Pilaszy and Tikk 2011); each thread has its own.</summary>
internal sealed unsafe class ConjugateGradient : IRowEquations
{
    private readonly int order;
    private readonly int width;
    private readonly int steps;
    private readonly AlignedBuffer right;
    private readonly AlignedBuffer residual;
    private readonly AlignedBuffer direction;
    private readonly AlignedBuffer product;
    private readonly AlignedBuffer diagonal;
    private readonly float[] given;

    /// <summary>Makes room for rows of a width.</summary>
    public ConjugateGradient(int width, int steps)
    {
        this.width = width;
        this.steps = steps;
        order = VectorKernels.PaddedLength(width);
        right = new AlignedBuffer(order);
        residual = new AlignedBuffer(order);
        direction = new AlignedBuffer(order);
        product = new AlignedBuffer(order);
        diagonal = new AlignedBuffer(order);
        given = new float[width];
    }

    /// <inheritdoc/>
    public double Solve<TProblem>(
        ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix features, in TProblem problem, Span<float> solution)
        where TProblem : struct, IRowProblem
    {
        problem.Diagonal(columns.Length, given);
        given.CopyTo(diagonal.Span);
        right.Span.Clear();
        double constant = 0;
        var places = stackalloc float*[VectorKernels.RowsAtOnce];
        var weights = stackalloc float[VectorKernels.RowsAtOnce];
        fixed (float* x = solution, vectors = features.Values, shared = problem.Base)
        {
            for (var first = 0; first < columns.Length; first += VectorKernels.RowsAtOnce)
            {
                var own = columns.Slice(first, Math.Min(VectorKernels.RowsAtOnce, columns.Length - first));
                for (var i = 0; i < own.Length; i++)
                {
                    places[i] = vectors + ((long)own[i] * order);
                    weights[i] = problem.Target(own[i], values[first + i]);
                    constant += problem.Constant(own[i], values[first + i]);
                }

                VectorKernels.AddScaledRows(right.Start, places, weights, own.Length, order);
            }

            Multiply(columns, values, vectors, shared, problem, x);
            for (var k = 0; k < order; k++)
            {
                residual.Start[k] = right.Start[k] - product.Start[k];
            }

            residual.Span.CopyTo(direction.Span);
            var norm = VectorKernels.Dot(residual.Start, residual.Start, order);
            for (var step = 0; step < steps && norm > 1e-20f; step++)
            {
                Multiply(columns, values, vectors, shared, problem, direction.Start);
                var curvature = VectorKernels.Dot(direction.Start, product.Start, order);
                if (!(curvature > 0))
                {
                    break;
                }

                var length = norm / curvature;
                VectorKernels.AddScaled(x, direction.Start, length, order);
                VectorKernels.AddScaled(residual.Start, product.Start, -length, order);
                var next = VectorKernels.Dot(residual.Start, residual.Start, order);
                for (var k = 0; k < order; k++)
                {
                    direction.Start[k] = MathF.FusedMultiplyAdd(next / norm, direction.Start[k], residual.Start[k]);
                }

                norm = next;
            }

            // x'Ax is x'(b - r), so the loss needs no further product.
            return constant - VectorKernels.Dot(x, right.Start, order) - VectorKernels.Dot(x, residual.Start, order);
        }
    }

    private void Multiply<TProblem>(
        ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float* vectors, float* shared, in TProblem problem, float* vector)
        where TProblem : struct, IRowProblem
    {
        var places = stackalloc float*[VectorKernels.RowsAtOnce];
        var weights = stackalloc float[VectorKernels.RowsAtOnce];
        for (var k = 0; k < order; k++)
        {
            product.Start[k] = diagonal.Start[k] * vector[k];
        }

        if (shared is not null)
        {
            RowSum.Add(product.Start, order, shared, order, VectorKernels.Lanes, vector, width);
        }

        for (var first = 0; first < columns.Length; first += VectorKernels.RowsAtOnce)
        {
            var own = columns.Slice(first, Math.Min(VectorKernels.RowsAtOnce, columns.Length - first));
            var any = false;
            for (var i = 0; i < own.Length; i++)
            {
                places[i] = vectors + ((long)own[i] * order);
                weights[i] = problem.Weight(values[first + i]);
                any |= weights[i] != 0;
            }

            if (any)
            {
                for (var i = 0; i < own.Length; i++)
                {
                    weights[i] *= VectorKernels.Dot(places[i], vector, order);
                }

                VectorKernels.AddScaledRows(product.Start, places, weights, own.Length, order);
            }
        }
    }
}
