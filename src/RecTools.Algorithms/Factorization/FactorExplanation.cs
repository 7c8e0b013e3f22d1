namespace RecTools.Algorithms;

/// <summary>Takes a score apart: x = A^-1 sum over the history of t(j) y(j), so the score x'y(i) is the sum over j of t(j) y(j)'A^-1 y(i).</summary>
internal static class FactorExplanation
{
    [ThreadStatic]
    private static NormalEquations? equations;

    [ThreadStatic]
    private static int equationsWidth;

    /// <summary>The parts of the scores of some items, largest first.</summary>
    /// <param name="historyItems">Items of the history.</param>
    /// <param name="historyValues">Their values.</param>
    /// <param name="features">Factors of the items.</param>
    /// <param name="problem">What was solved for the user.</param>
    /// <param name="items">Items to explain.</param>
    /// <param name="count">Parts for each at most.</param>
    public static Contribution[][] Of<TProblem>(
        ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, FactorMatrix features, in TProblem problem, ReadOnlySpan<int> items, int count)
        where TProblem : struct, IRowProblem
    {
        var parts = new Contribution[items.Length][];
        Array.Fill(parts, []);
        if (historyItems.IsEmpty || count <= 0)
        {
            return parts;
        }

        // Users are explained by the thousand: the room for their equations is kept by thread.
        var own = equations is not null && equationsWidth == features.Width ? equations : equations = new NormalEquations(equationsWidth = features.Width);
        var contributions = new float[items.Length * historyItems.Length];
        AddParts(own, historyItems, historyValues, features, problem, items, 1, contributions);
        var room = new ScoredItem[Math.Min(count, historyItems.Length)];
        for (var i = 0; i < items.Length; i++)
        {
            parts[i] = Contributions.Largest(historyItems, contributions.AsSpan(i * historyItems.Length, historyItems.Length), room);
        }

        return parts;
    }

    /// <summary>Adds the parts of the scores of some items, for models whose score is a sum over several solutions.</summary>
    /// <param name="equations">Room.</param>
    /// <param name="historyItems">Items of the history.</param>
    /// <param name="historyValues">Their values.</param>
    /// <param name="features">Factors of the items.</param>
    /// <param name="problem">What was solved for the user.</param>
    /// <param name="items">Items to explain.</param>
    /// <param name="share">Times what parts are added.</param>
    /// <param name="parts">Explained items by items of the history; behind these there may be room for other parts of each item.</param>
    public static void AddParts<TProblem>(
        NormalEquations equations, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, FactorMatrix features, in TProblem problem,
        ReadOnlySpan<int> items, float share, Span<float> parts)
        where TProblem : struct, IRowProblem
    {
        equations.Factor(historyItems, historyValues, features, problem);
        var solved = new float[features.Stride];
        var width = parts.Length / Math.Max(1, items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            features.PaddedRow(items[i]).CopyTo(solved);
            equations.SolveAlso(solved);
            var own = parts.Slice(i * width, historyItems.Length);
            for (var j = 0; j < own.Length; j++)
            {
                own[j] += share * problem.Target(historyItems[j], historyValues[j]) * Dot(features, historyItems[j], solved);
            }
        }
    }

    private static unsafe float Dot(FactorMatrix features, int item, float[] vector)
    {
        fixed (float* left = features.PaddedRow(item), right = vector)
        {
            return VectorKernels.Dot(left, right, vector.Length);
        }
    }
}
