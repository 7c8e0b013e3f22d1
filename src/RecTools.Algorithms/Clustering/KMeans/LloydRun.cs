namespace RecTools.Algorithms;

/// <summary>One descent from given starts: points go to the nearest center and centers to the mean of their points, in turn (Lloyd 1982).</summary>
internal sealed class LloydRun
{
    // Centers x features from which looking after the bounds costs less than comparing.
    private const int LeastForBounds = 256;
    private readonly PointMatrix points;
    private readonly CenteredSpace space;
    private readonly List<TrainingStep> steps = [];
    private readonly Workers workers;
    private readonly CenterTable centers;
    private readonly Assigner assigner;
    private readonly double[] next;

    /// <summary>Prepares a run.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="starts">The first centers, row after row.</param>
    /// <param name="method">How the nearest centers are found.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public LloydRun(PointBlocks blocks, double[] starts, KMeansMethod method, Workers workers)
    {
        points = blocks.Points;
        space = blocks.Space;
        this.workers = workers;
        centers = new CenterTable(starts.Length / points.Dimension, points.Dimension, blocks.Space);
        centers.Set(starts);
        var isBounded = method == KMeansMethod.Hamerly || (method == KMeansMethod.Auto && starts.Length >= LeastForBounds);
        assigner = isBounded ? new BoundedAssigner(blocks, centers, workers) : new FullAssigner(blocks, centers, workers);
        next = new double[starts.Length];
    }

    /// <summary>The cluster of each point.</summary>
    public int[] ClusterOf => assigner.ClusterOf;

    /// <summary>The centers: means of the points that <see cref="ClusterOf"/> gives them.</summary>
    public ReadOnlySpan<double> Centers => centers.Values;

    /// <summary>The iterations so far, each with the inertia after it.</summary>
    public IReadOnlyList<TrainingStep> Steps => steps;

    /// <summary>Sum of the squared distances of the points to their cluster's mean.</summary>
    public double Inertia => steps[^1].Loss;

    /// <summary>Whether the last iteration changed nothing.</summary>
    public bool HasSettled { get; private set; }

    /// <summary>Goes on until nothing changes, the centers move too little, or the iterations are used up.</summary>
    /// <param name="maxIterations">Iterations at most, with those before.</param>
    /// <param name="tolerance">Sum of the squared moves of all centers at which to stop; 0 or less to go on until no point changes.</param>
    public void Continue(int maxIterations, double tolerance)
    {
        var moves = double.PositiveInfinity;
        while (!HasSettled && steps.Count < maxIterations && (tolerance <= 0 || moves > tolerance))
        {
            moves = Iterate();
        }
    }

    /// <summary>One iteration.</summary>
    /// <returns>Sum of the squared moves of the centers.</returns>
    private double Iterate()
    {
        var start = TimeProvider.System.GetTimestamp();
        var changed = assigner.Assign() + EmptyClusters.Fill(points, assigner, centers.Values, workers);
        double moves = 0;
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = assigner.Sums.Sum[i] / assigner.Sums.Size[i / points.Dimension];
            moves += (next[i] - centers.Values[i]) * (next[i] - centers.Values[i]);
        }

        assigner.Moving(next);
        centers.Set(next);
        HasSettled = changed == 0;
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        steps.Add(new TrainingStep(steps.Count + 1, space.Inertia(next, assigner.Sums.Size), seconds));
        return moves;
    }
}
