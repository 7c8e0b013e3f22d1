namespace RecTools.Algorithms;

/// <summary>
/// The network's widths, and where its numbers stand in one array: the weights of the layers and of the output first, then biases, the weights of the
/// dot product and the level. Widths are padded to multiples of 16; what is in the padding is 0 and stays so, since nothing flows there.
/// </summary>
internal sealed class NetworkShape
{
    private readonly int[] weightStart;
    private readonly int[] biasStart;

    /// <summary>Lays out a network.</summary>
    /// <param name="halfWidth">Numbers of a user, and of an item.</param>
    /// <param name="layers">Widths of the layers between input and output.</param>
    /// <param name="hasDotProduct">Whether the products of the user's and the item's numbers are added to the output.</param>
    public NetworkShape(int halfWidth, int[] layers, bool hasDotProduct)
    {
        (HalfWidth, Layers, HasDotProduct) = (halfWidth, layers, hasDotProduct);
        Stride = VectorKernels.PaddedLength(halfWidth);
        Widths = [2 * Stride, .. layers.Select(VectorKernels.PaddedLength)];
        weightStart = new int[layers.Length];
        biasStart = new int[layers.Length];
        var place = 0;
        for (var layer = 0; layer < layers.Length; layer++)
        {
            weightStart[layer] = place;
            place += checked(Widths[layer] * Widths[layer + 1]);
        }

        OutputStart = place;
        DecayedLength = place += Widths[^1];
        for (var layer = 0; layer < layers.Length; layer++)
        {
            biasStart[layer] = place;
            place += Widths[layer + 1];
        }

        DotStart = place;
        Level = place += Stride;
        Length = place + VectorKernels.Lanes;
    }

    /// <summary>Numbers of a user, and of an item.</summary>
    public int HalfWidth { get; }

    /// <summary>The same with padding.</summary>
    public int Stride { get; }

    /// <summary>Widths of the layers as stated.</summary>
    public int[] Layers { get; }

    /// <summary>Padded widths: of the input, and of the output of each layer.</summary>
    public int[] Widths { get; }

    /// <summary>Whether there is a dot product.</summary>
    public bool HasDotProduct { get; }

    /// <summary>Whether there are layers; with none, and no dot product, the output weighs the input itself.</summary>
    public bool HasOutputWeights => Layers.Length > 0 || !HasDotProduct;

    /// <summary>Where the weights of the output begin, one for each output of the last layer.</summary>
    public int OutputStart { get; }

    /// <summary>Numbers at the start that weight decay draws to 0.</summary>
    public int DecayedLength { get; }

    /// <summary>Where the weights of the dot product begin.</summary>
    public int DotStart { get; }

    /// <summary>Where the level stands that every output begins with.</summary>
    public int Level { get; }

    /// <summary>Numbers in all.</summary>
    public int Length { get; }

    /// <summary>Multiplications and additions of one example, forward and backward.</summary>
    public double OperationsOfExample => (6.0 * weightStart.Select((_, layer) => (double)Widths[layer] * Widths[layer + 1]).Sum()) + (6 * Widths[^1]) + (8 * Stride);

    /// <summary>Where the weights of a layer begin, a row for each input.</summary>
    public int WeightStart(int layer) => weightStart[layer];

    /// <summary>Where the biases of a layer begin.</summary>
    public int BiasStart(int layer) => biasStart[layer];
}
