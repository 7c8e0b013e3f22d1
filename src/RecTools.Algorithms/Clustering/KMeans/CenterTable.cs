namespace RecTools.Algorithms;

/// <summary>
/// The centers of one iteration, twice: in double precision as they are, eight at a time feature by feature; and in the centered space in single
/// precision, four at a time and negated, with half their squared lengths, as <see cref="NearestKernel"/> wants them.
/// </summary>
internal sealed unsafe class CenterTable
{
    /// <summary>Centers that the kernel takes at once.</summary>
    public const int Group = 4;

    /// <summary>Centers that the exact search takes at once.</summary>
    public const int ExactGroup = 8;

    private readonly CenteredSpace space;
    private readonly AlignedBuffer packed;
    private readonly AlignedBuffer half;
    private readonly double[] exact;

    /// <summary>Makes room.</summary>
    public CenterTable(int count, int dimension, CenteredSpace space)
    {
        this.space = space;
        Count = count;
        Dimension = dimension;
        packed = new AlignedBuffer(checked(GroupCount * Group * dimension));
        half = new AlignedBuffer(GroupCount * Group);
        exact = new double[(count + ExactGroup - 1) / ExactGroup * ExactGroup * dimension];
        Values = new double[count * dimension];
    }

    /// <summary>Number of centers.</summary>
    public int Count { get; }

    /// <summary>Numbers in a center.</summary>
    public int Dimension { get; }

    /// <summary>All centers, row after row.</summary>
    public double[] Values { get; }

    /// <summary>Groups of four, the last one filled up with centers that nothing is near.</summary>
    public int GroupCount => (Count + Group - 1) / Group;

    /// <summary>Groups of centers in single precision: for each feature four negated coordinates.</summary>
    public float* Packed => packed.Start;

    /// <summary>Half the squared length of each center.</summary>
    public float* Half => half.Start;

    /// <summary>Groups of eight centers in double precision: for each feature eight coordinates.</summary>
    public ReadOnlySpan<double> Exact => exact;

    /// <summary>Length of the longest center, rounded up.</summary>
    public float Reach { get; private set; }

    /// <summary>Takes other centers.</summary>
    public void Set(ReadOnlySpan<double> centers)
    {
        centers.CopyTo(Values);
        half.Span.Fill(float.MaxValue);
        double longest = 0;
        for (var center = 0; center < Count; center++)
        {
            double squares = 0;
            var group = Packed + (center / Group * Group * Dimension) + (center % Group);
            var exactGroup = exact.AsSpan((center / ExactGroup * ExactGroup * Dimension) + (center % ExactGroup));
            for (var i = 0; i < Dimension; i++)
            {
                var value = centers[(center * Dimension) + i];
                var coordinate = space.Coordinate(value, i);
                squares += (double)coordinate * coordinate;
                group[i * Group] = -coordinate;
                exactGroup[i * ExactGroup] = value;
            }

            Half[center] = (float)(squares / 2);
            longest = Math.Max(longest, squares);
        }

        Reach = (float)(Math.Sqrt(longest) * (1 + 1e-6));
    }
}
