using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Made-up ratings of 1 to 5, the same for the same seed.</summary>
internal static class RandomInteractions
{
    /// <summary>Each user has each item with the chance <paramref name="density"/>; the last user and the last item have nothing.</summary>
    public static SparseMatrix Make(int users, int items, double density, long seed)
    {
        var entries = Entries(users, items, density, seed);
        return SparseMatrix.FromEntries(users, items, [.. entries.Select(e => e.User)], [.. entries.Select(e => e.Item)], [.. entries.Select(e => e.Value)]);
    }

    /// <summary>The entries of <see cref="Make"/>, user by user.</summary>
    public static List<(int User, int Item, float Value)> Entries(int users, int items, double density, long seed)
    {
        var random = new SeededRandom(seed);
        var entries = new List<(int, int, float)>();
        for (var user = 0; user < users - 1; user++)
        {
            for (var item = 0; item < items - 1; item++)
            {
                if (random.NextDouble() < density)
                {
                    entries.Add((user, item, 1 + random.Next(5)));
                }
            }
        }

        return entries;
    }
}
