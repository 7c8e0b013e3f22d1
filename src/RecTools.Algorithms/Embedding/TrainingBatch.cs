namespace RecTools.Algorithms;

/// <summary>The examples of one step, and what the step learns of each.</summary>
/// <param name="mostExamples">Room.</param>
/// <param name="inputWidth">Padded width of the network's input.</param>
internal sealed class TrainingBatch(int mostExamples, int inputWidth)
{
    // Gradients are summed piece by piece. Pieces are small enough for a near cache, and no more than so many.
    private const int LeastPiece = 128;
    private const int MostPieces = 64;

    /// <summary>Number of the batch's first example within its epoch.</summary>
    public long First { get; set; }

    /// <summary>Examples.</summary>
    public int Count { get; set; }

    /// <summary>User of each example.</summary>
    public int[] Users { get; } = new int[mostExamples];

    /// <summary>Item of each example.</summary>
    public int[] Items { get; } = new int[mostExamples];

    /// <summary>What the network should say: the rating; 1 or 0.</summary>
    public float[] Targets { get; } = new float[mostExamples];

    /// <summary>Derivative of the loss by the output of each example.</summary>
    public float[] Slopes { get; } = new float[mostExamples];

    /// <summary>Derivatives of the loss by the network's input, example by example.</summary>
    public AlignedBuffer InputGradients { get; } = new(checked(MatrixProduct.PaddedRows(mostExamples) * inputWidth));

    /// <summary>Examples in a piece; depends on the size of the batch alone.</summary>
    public int PieceSize { get; } = MatrixProduct.PaddedRows(Math.Max(LeastPiece, (mostExamples + MostPieces - 1) / MostPieces));

    /// <summary>Pieces of a full batch.</summary>
    public int PieceCount => (Users.Length + PieceSize - 1) / PieceSize;
}
