namespace RecTools.Algorithms;

/// <summary>Gradients and Adam's memory of one table of embeddings. Only rows that a batch touches are looked at, and each row counts its own steps.</summary>
/// <param name="table">Embeddings, one row for each user, item or feature.</param>
/// <param name="bias">Their biases; null for none.</param>
internal sealed unsafe class TableUpdate(FactorMatrix table, float[]? bias)
{
    private readonly float[] means = new float[table.Values.Length];
    private readonly float[] squares = new float[table.Values.Length];
    private readonly float[] biasMeans = new float[bias?.Length ?? 0];
    private readonly float[] biasSquares = new float[bias?.Length ?? 0];
    private readonly int[] steps = new int[table.Rows];
    private float[] biasGradients = [];
    private double[] norms = [];

    /// <summary>Rows that the batch touches.</summary>
    public RowGroups Groups { get; } = new(table.Rows);

    /// <summary>Gradient of each touched row, in the order of <see cref="Groups"/>.</summary>
    public AlignedBuffer Gradients { get; private set; } = new(0);

    /// <summary>Gradient of the bias of each touched row.</summary>
    public ReadOnlySpan<float> BiasGradients => biasGradients;

    /// <summary>Finds the rows that a batch touches.</summary>
    /// <param name="rowOf">Row of each member.</param>
    public void Group(ReadOnlySpan<int> rowOf)
    {
        Groups.Group(rowOf);
        if (norms.Length < Groups.Count)
        {
            var room = (int)Math.Min(table.Rows, Groups.Count * 5L / 4);
            Gradients = new AlignedBuffer(checked(room * table.Stride));
            biasGradients = new float[room];
            norms = new double[room];
        }
    }

    /// <summary>Sums the gradients of some touched rows.</summary>
    /// <param name="from">First group.</param>
    /// <param name="to">Group after the last.</param>
    /// <param name="members">Gradient of the first member.</param>
    /// <param name="stride">Distance of two members.</param>
    /// <param name="slopes">Gradients by the biases of the members.</param>
    public void Sum(int from, int to, float* members, int stride, ReadOnlySpan<float> slopes)
    {
        for (var group = from; group < to; group++)
        {
            var sum = Start(group);
            var ofBias = 0f;
            for (var member = Groups.FirstOf(group); member >= 0; member = Groups.After(member))
            {
                LayerKernels.Add(sum, members + ((long)member * stride), table.Stride);
                ofBias += slopes[member];
            }

            biasGradients[group] = ofBias;
            norms[group] = VectorKernels.Dot(sum, sum, table.Stride) + (bias is null ? 0 : (double)ofBias * ofBias);
        }
    }

    /// <summary>As the other one, where each member is the gradient of another table's row times a factor.</summary>
    public void Sum(int from, int to, float* rows, ReadOnlySpan<int> rowOf, ReadOnlySpan<float> factorOf)
    {
        for (var group = from; group < to; group++)
        {
            var sum = Start(group);
            for (var member = Groups.FirstOf(group); member >= 0; member = Groups.After(member))
            {
                VectorKernels.AddScaled(sum, rows + ((long)rowOf[member] * table.Stride), factorOf[member], table.Stride);
            }

            norms[group] = VectorKernels.Dot(sum, sum, table.Stride);
        }
    }

    /// <summary>Sum of the squares of all gradients.</summary>
    public double SquaredNorm()
    {
        var sum = 0.0;
        for (var group = 0; group < Groups.Count; group++)
        {
            sum += norms[group];
        }

        return sum;
    }

    /// <summary>Moves some touched rows along their gradients.</summary>
    public void Move(int from, int to, AdamStep step)
    {
        fixed (float* value = table.Values, mean = means, square = squares)
        {
            for (var group = from; group < to; group++)
            {
                var row = Groups.RowOf(group);
                var (place, count) = ((long)row * table.Stride, ++steps[row]);
                step.Move(value + place, mean + place, square + place, Gradients.Start + ((long)group * table.Stride), table.Stride, count);
                if (bias is not null)
                {
                    step.Move(ref bias[row], ref biasMeans[row], ref biasSquares[row], biasGradients[group], count);
                }
            }
        }
    }

    private float* Start(int group)
    {
        var sum = Gradients.Start + ((long)group * table.Stride);
        new Span<float>(sum, table.Stride).Clear();
        return sum;
    }
}
