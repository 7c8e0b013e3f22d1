namespace RecTools.Algorithms;

/// <summary>Ridge regression of ratings on features with an intercept that is drawn to the mean (Hoerl and Kennard 1970), in whichever form is smaller.</summary>
/// <remarks>
/// Lowers sum over ratings of (r - mean - b - w'x)^2 + ridge |w|^2 + ridgeOfIntercept b^2. The intercept is one more feature of the value root(ridge / ridgeOfIntercept).
/// With as many features as ratings or more the dual form (Saunders, Gammerman and Vovk 1998) is solved, (XX' + ridge I) a = r - mean, w = X'a; else the normal equations, and
/// then a = (r - mean - Xw) / ridge.
/// </remarks>
internal sealed unsafe class RidgeProfile : IProfile
{
    private readonly SparseMatrix features;
    private readonly float mean;
    private readonly float ridge;
    private readonly float interceptSquare;
    private readonly int width;
    private readonly float[] dense;
    private int room;
    private Cholesky system = new(0);
    private AlignedBuffer vector = new(0);

    /// <summary>Prepares.</summary>
    /// <param name="features">Features of the items.</param>
    /// <param name="mean">What the intercept is drawn to.</param>
    /// <param name="options">The strengths.</param>
    public RidgeProfile(SparseMatrix features, float mean, ContentBasedOptions options)
    {
        this.features = features;
        this.mean = mean;
        ridge = (float)options.Regularization;
        interceptSquare = (float)(options.Regularization / options.InterceptRegularization);
        width = features.ColumnCount + 1;
        dense = new float[width];
    }

    /// <inheritdoc/>
    /// <remarks>What all scores have in common is the mean and the intercept.</remarks>
    public float Learn(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> weights)
    {
        if (items.Length <= width)
        {
            SolveDual(items, values, weights);
        }
        else
        {
            SolvePrimal(items, values, weights);
        }

        double sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return (float)(mean + (interceptSquare * sum));
    }

    private void SolveDual(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> weights)
    {
        Prepare(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            Spread(items[i]);
            for (var j = i; j < items.Length; j++)
            {
                PackedMatrix.At(system.Matrix, i, j) = interceptSquare + DotWithSpread(items[j]);
            }

            PackedMatrix.At(system.Matrix, i, i) += ridge;
            Unspread(items[i]);
            vector.Start[i] = values[i] - mean;
        }

        Factor(items.Length);
        system.Solve(vector.Start);
        vector.Span[..items.Length].CopyTo(weights);
    }

    private void SolvePrimal(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> weights)
    {
        Prepare(width);
        var intercept = MathF.Sqrt(interceptSquare);
        for (var i = 0; i < items.Length; i++)
        {
            var columns = features.ColumnsOf(items[i]);
            var own = features.ValuesOf(items[i]);
            for (var j = 0; j < columns.Length; j++)
            {
                for (var k = j; k < columns.Length; k++)
                {
                    PackedMatrix.At(system.Matrix, columns[j], columns[k]) += own[j] * own[k];
                }

                PackedMatrix.At(system.Matrix, columns[j], width - 1) += own[j] * intercept;
            }
        }

        for (var k = 0; k < width; k++)
        {
            PackedMatrix.At(system.Matrix, k, k) += ridge;
        }

        PackedMatrix.At(system.Matrix, width - 1, width - 1) += items.Length * interceptSquare;
        Factor(width);

        // A second round takes away what rounding left over in the first: the weights divide the residuals by the ridge.
        Array.Clear(dense);
        for (var round = 0; round < 2; round++)
        {
            FindResiduals(items, values, intercept, weights);
            AddGradient(items, weights, intercept);
            system.Solve(vector.Start);
            for (var k = 0; k < width; k++)
            {
                dense[k] += vector.Start[k];
            }
        }

        FindResiduals(items, values, intercept, weights);
        foreach (ref var weight in weights)
        {
            weight /= ridge;
        }

        Array.Clear(dense);
    }

    private void FindResiduals(ReadOnlySpan<int> items, ReadOnlySpan<float> values, float intercept, Span<float> residuals)
    {
        for (var i = 0; i < items.Length; i++)
        {
            residuals[i] = values[i] - mean - (dense[width - 1] * intercept) - DotWithSpread(items[i]);
        }
    }

    private void AddGradient(ReadOnlySpan<int> items, ReadOnlySpan<float> residuals, float intercept)
    {
        vector.Span.Clear();
        var right = vector.Span[..width];
        for (var k = 0; k < width; k++)
        {
            right[k] = -ridge * dense[k];
        }

        for (var i = 0; i < items.Length; i++)
        {
            var columns = features.ColumnsOf(items[i]);
            var own = features.ValuesOf(items[i]);
            for (var j = 0; j < columns.Length; j++)
            {
                right[columns[j]] += own[j] * residuals[i];
            }

            right[width - 1] += intercept * residuals[i];
        }
    }

    // Room for one system, cleared; the order is padded to whole tiles.
    private void Prepare(int length)
    {
        var order = VectorKernels.PaddedLength(length);
        if (order > room)
        {
            room = order;
            system = new Cholesky(order);
            vector = new AlignedBuffer(order);
        }

        system.Order = order;
        system.Span.Clear();
        vector.Span.Clear();
    }

    private void Factor(int length)
    {
        for (var k = length; k < system.Order; k++)
        {
            // The padding has no data: any positive number there gives 0.
            PackedMatrix.At(system.Matrix, k, k) = 1;
        }

        PackedMatrix.MirrorDiagonal(system.Matrix, system.Order);
        system.Decompose();
    }

    private void Spread(int item)
    {
        var columns = features.ColumnsOf(item);
        var own = features.ValuesOf(item);
        for (var j = 0; j < columns.Length; j++)
        {
            dense[columns[j]] = own[j];
        }
    }

    private void Unspread(int item)
    {
        foreach (var column in features.ColumnsOf(item))
        {
            dense[column] = 0;
        }
    }

    private float DotWithSpread(int item)
    {
        var columns = features.ColumnsOf(item);
        var own = features.ValuesOf(item);
        var sum = 0f;
        for (var j = 0; j < columns.Length; j++)
        {
            sum = MathF.FusedMultiplyAdd(own[j], dense[columns[j]], sum);
        }

        return sum;
    }
}
