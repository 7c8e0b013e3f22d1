using MathNet.Numerics.LinearAlgebra;

namespace RecTools.Algorithms;

/// <summary>Rows of normal numbers with mean 0 and a given precision.</summary>
internal sealed class NormalRows
{
    private const int RowsInPiece = 64;
    private readonly int width;
    private readonly float[] transform;

    /// <summary>Prepares draws.</summary>
    /// <param name="precision">Inverse of the covariance.</param>
    public NormalRows(Matrix<double> precision)
    {
        // With precision = L L', rows z'L^-1 have the covariance (L L')^-1.
        width = precision.RowCount;
        transform = Array.ConvertAll(precision.Cholesky().Factor.Inverse().ToRowMajorArray(), value => (float)value);
    }

    /// <summary>Adds a draw to every row.</summary>
    /// <param name="rows">Where to.</param>
    /// <param name="scale">Times what each draw is taken.</param>
    /// <param name="seed">Start of the draws; each row has a stream of its own.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public void AddTo(FactorMatrix rows, double scale, long seed, Workers workers) =>
        workers.ForEachPiece(rows.Rows, RowsInPiece, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                var random = new SeededRandom(seed, (ulong)row);
                AddTo(rows.Row(row), scale, ref random);
            }
        });

    /// <summary>Adds one draw.</summary>
    public void AddTo(Span<float> row, double scale, ref SeededRandom random)
    {
        for (var i = 0; i < width; i++)
        {
            var normal = (float)(random.NextGaussian() * scale);
            for (var j = 0; j <= i; j++)
            {
                row[j] += normal * transform[(i * width) + j];
            }
        }
    }
}
