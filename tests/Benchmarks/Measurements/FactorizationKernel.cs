using BenchmarkDotNet.Attributes;
using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>What an alternating fit does for one row of 165 entries, the mean of ML-1M, and what scoring does for 64 users.</summary>
public class FactorizationKernel
{
    private const int Entries = 165;
    private const int Items = 3706;
    private const int Users = 64;
    private readonly int[] columns = [.. Enumerable.Range(0, Entries).Select(i => i * 22)];
    private readonly float[] values = [.. Enumerable.Range(0, Entries).Select(i => 1 + (i % 5f))];
    private readonly float[] scores = new float[Users * Items];
    private readonly ImplicitAlsOptions options = new();
    private FactorMatrix items = new(0, 1);
    private FactorMatrix users = new(0, 1);
    private ImplicitAlsProblem problem;
    private NormalEquations equations = new(1);
    private ConjugateGradient gradient = new(1, 1);
    private BlockCoordinates blocks = new(1, 1);
    private Cholesky system = new(16);
    private FactorScorer scorer = new(new FactorMatrix(0, 1));
    private float[] gram = [];
    private float[] solution = [];

    /// <summary>Numbers of a row.</summary>
    [Params(64, 128, 256)]
    public int Factors { get; set; }

    /// <summary>Draws the factors.</summary>
    [GlobalSetup]
    public void MakeFactors()
    {
        items = new FactorMatrix(Items, Factors);
        users = new FactorMatrix(Users, Factors);
        items.Randomize(0.1, 1, 1);
        users.Randomize(0.1, 1, 2);
        gram = items.Gram(new Workers());
        problem = ImplicitAls.ProblemOf(items, options, new Workers());
        equations = new NormalEquations(Factors);
        gradient = new ConjugateGradient(Factors, options.ConjugateGradientSteps);
        blocks = new BlockCoordinates(Factors, options.BlockSize);
        system = new Cholesky(Factors);
        scorer = new FactorScorer(items);
        solution = new float[Factors];
    }

    /// <summary>Normal equations, their decomposition and their solution.</summary>
    [Benchmark]
    public double NormalEquations() => equations.Solve(columns, values, items, problem, solution);

    /// <summary>The decomposition alone, with a copy of the matrix.</summary>
    [Benchmark]
    public unsafe void Cholesky()
    {
        PackedMatrix.Pack(gram, Factors, Factors, system.Matrix);
        system.Decompose();
    }

    /// <summary>Three steps of conjugate gradients with the Gram matrix.</summary>
    [Benchmark]
    public double ConjugateGradient() => gradient.Solve(columns, values, items, problem, solution);

    /// <summary>One pass over blocks of 64 factors.</summary>
    [Benchmark]
    public double BlockCoordinates() => blocks.Solve(columns, values, items, problem, solution);

    /// <summary>Scores of all items for 64 users.</summary>
    [Benchmark]
    public void Scoring() => scorer.Score(users.Values, users.Stride, [], Users, scores);
}
