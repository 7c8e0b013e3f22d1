using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>What neighbours leave open: the share of users who have an item, for those of whom nothing is known; and that less 1, below every score, where no neighbour speaks for it.</summary>
internal sealed class ItemShares
{
    private readonly int users;
    private readonly int[] userCounts;
    private readonly float[] unsupported;

    /// <summary>Counts.</summary>
    /// <param name="histories">Users by items.</param>
    public ItemShares(SparseMatrix histories)
    {
        users = histories.RowCount;
        userCounts = histories.CountColumns();
        unsupported = [.. Enumerable.Range(0, userCounts.Length).Select(item => Of(item) - 1)];
    }

    /// <summary>Share of the users who have an item.</summary>
    public float Of(int item) => (float)userCounts[item] / users;

    /// <summary>A score as it is shown: one that neighbours made, or else what stands for none.</summary>
    public float Complete(int item, float score) => score > 0 ? score : unsupported[item];

    /// <summary>The shares of all items.</summary>
    public void Fill(Span<float> scores)
    {
        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] = Of(item);
        }
    }

    /// <summary>What stands for no score, for all items.</summary>
    public void FillUnsupported(Span<float> scores) => unsupported.CopyTo(scores);

    /// <summary>Why an item stands where it does without a neighbour.</summary>
    public string Describe(int item) => string.Create(CultureInfo.InvariantCulture, $"popular: {userCounts[item]:#,##0} users");

    /// <summary>Adds what a neighbour says to a score that others may have made already.</summary>
    public static void Add(ref float score, float similarity, float weight) =>
        score = MathF.FusedMultiplyAdd(similarity, weight, Math.Max(0, score));
}
