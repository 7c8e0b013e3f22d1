using BenchmarkDotNet.Attributes;
using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Picking the best of a list of random scores.</summary>
public class TopItemsKernel
{
    private readonly ScoredItem[] best = new ScoredItem[100];
    private float[] scores = [];
    private int[] excluded = [];

    /// <summary>Length of the list.</summary>
    [Params(3_706, 1_000_000)]
    public int Items { get; set; }

    /// <summary>How many to pick.</summary>
    [Params(10, 100)]
    public int Top { get; set; }

    /// <summary>Draws the scores, and leaves out every twentieth item.</summary>
    [GlobalSetup]
    public void MakeScores()
    {
        var random = new SeededRandom(1);
        scores = new float[Items];
        foreach (ref var score in scores.AsSpan())
        {
            score = (float)random.NextGaussian();
        }

        excluded = [.. Enumerable.Range(0, Items / 20).Select(i => i * 20)];
    }

    /// <summary>The product's way.</summary>
    [Benchmark(Baseline = true)]
    public int Select() => TopItems.Select(scores, excluded, best.AsSpan(0, Top));

    /// <summary>The framework's way, for comparison: a queue of the best so far, without leaving anything out.</summary>
    [Benchmark]
    public int PriorityQueue()
    {
        var queue = new PriorityQueue<int, float>(Top + 1);
        for (var item = 0; item < scores.Length; item++)
        {
            if (queue.Count < Top)
            {
                queue.Enqueue(item, scores[item]);
            }
            else
            {
                queue.EnqueueDequeue(item, scores[item]);
            }
        }

        return queue.Count;
    }
}
