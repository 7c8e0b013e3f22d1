namespace RecTools.Algorithms;

/// <summary>Points in blocks of 32, feature by feature: a vector holds one feature of many points, and no sum ever crosses its lanes.</summary>
internal sealed unsafe class PointBlocks
{
    /// <summary>Points in a block.</summary>
    public const int Lanes = 32;

    private const int BlocksInPiece = 128;
    private readonly AlignedBuffer values;

    /// <summary>Copies all points.</summary>
    public PointBlocks(PointMatrix points, CenteredSpace space, Workers workers)
    {
        Points = points;
        Space = space;
        values = new AlignedBuffer(checked(Count * Stride));
        workers.ForEachPiece(Count, BlocksInPiece, (from, to) =>
        {
            for (var block = from; block < to; block++)
            {
                var first = block * Lanes * points.Dimension;
                space.Place(points.Values.AsSpan(first, Math.Min(Stride, points.Values.Length - first)), Block(block), LanesIn(block));
            }
        });
    }

    /// <summary>The points.</summary>
    public PointMatrix Points { get; }

    /// <summary>Where they lie.</summary>
    public CenteredSpace Space { get; }

    /// <summary>Number of blocks; the last one may have empty lanes, which hold 0.</summary>
    public int Count => (Points.Count + Lanes - 1) / Lanes;

    /// <summary>Numbers in a block.</summary>
    public int Stride => Points.Dimension * Lanes;

    /// <summary>First number of a block.</summary>
    public float* Block(int block) => values.Start + ((long)block * Stride);

    /// <summary>Copies one point into a lane of another block.</summary>
    public void CopyLane(int point, float* target, int lane)
    {
        var source = Block(point / Lanes) + (point % Lanes);
        for (var i = 0; i < Stride; i += Lanes)
        {
            target[i + lane] = source[i];
        }
    }

    private int LanesIn(int block) => Math.Min(Lanes, Points.Count - (block * Lanes));
}
