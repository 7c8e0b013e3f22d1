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
    private AlignedBuffer matrix = new(0);
    private AlignedBuffer negated = new(0);
    private AlignedBuffer reciprocal = new(0);
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
        var order = Prepare(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            Spread(items[i]);
            var row = matrix.Start + ((long)i * order);
            for (var j = i; j < items.Length; j++)
            {
                row[j] = interceptSquare + DotWithSpread(items[j]);
            }

            row[i] += ridge;
            Unspread(items[i]);
            vector.Start[i] = values[i] - mean;
        }

        Factor(order, items.Length);
        Cholesky.Solve(matrix.Start, order, reciprocal.Start, vector.Start);
        vector.Span[..items.Length].CopyTo(weights);
    }

    private void SolvePrimal(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> weights)
    {
        var order = Prepare(width);
        var intercept = MathF.Sqrt(interceptSquare);
        for (var i = 0; i < items.Length; i++)
        {
            var columns = features.ColumnsOf(items[i]);
            var own = features.ValuesOf(items[i]);
            for (var j = 0; j < columns.Length; j++)
            {
                var row = matrix.Start + ((long)columns[j] * order);
                for (var k = j; k < columns.Length; k++)
                {
                    row[columns[k]] += own[j] * own[k];
                }

                row[width - 1] += own[j] * intercept;
            }
        }

        for (var k = 0; k < width; k++)
        {
            matrix.Start[((long)k * order) + k] += ridge;
        }

        matrix.Start[((long)(width - 1) * order) + width - 1] += items.Length * interceptSquare;
        Factor(order, width);

        // A second round takes away what rounding left over in the first: the weights divide the residuals by the ridge.
        Array.Clear(dense);
        for (var round = 0; round < 2; round++)
        {
            FindResiduals(items, values, intercept, weights);
            AddGradient(items, weights, intercept);
            Cholesky.Solve(matrix.Start, order, reciprocal.Start, vector.Start);
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
    private int Prepare(int length)
    {
        var order = VectorKernels.PaddedLength(length);
        if (order > room)
        {
            room = order;
            matrix = new AlignedBuffer(order * order);
            negated = new AlignedBuffer(order * order);
            reciprocal = new AlignedBuffer(order);
            vector = new AlignedBuffer(order);
        }

        matrix.Span[..(order * order)].Clear();
        vector.Span.Clear();
        return order;
    }

    private void Factor(int order, int length)
    {
        for (var k = length; k < order; k++)
        {
            // The padding has no data: any positive number there gives 0.
            matrix.Start[((long)k * order) + k] = 1;
        }

        Cholesky.Factor(matrix.Start, order, negated.Start, reciprocal.Start);
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
