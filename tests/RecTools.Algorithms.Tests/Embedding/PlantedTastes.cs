using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Users who like one kind of items each: user u that of number u modulo the kinds, and item i is of the kind i modulo the kinds.</summary>
internal static class PlantedTastes
{
    /// <summary>Ratings of 4 and 5 for what a user likes, which he has mostly, and 1 to 3 for some of the rest.</summary>
    public static (SparseMatrix Data, int[] TasteOf) Make(int users, int items, int kinds, long seed)
    {
        var random = new SeededRandom(seed);
        var entries = new List<(int User, int Item, float Value)>();
        for (var user = 0; user < users; user++)
        {
            for (var item = 0; item < items; item++)
            {
                var likes = item % kinds == user % kinds;
                if (random.NextDouble() < (likes ? 0.6 : 0.15))
                {
                    entries.Add((user, item, likes ? 4 + random.Next(2) : 1 + random.Next(3)));
                }
            }
        }

        var data = SparseMatrix.FromEntries(users, items, [.. entries.Select(e => e.User)], [.. entries.Select(e => e.Item)], [.. entries.Select(e => e.Value)]);
        return (data, [.. Enumerable.Range(0, users).Select(user => user % kinds)]);
    }

    /// <summary>Mean cosine of the embeddings of two users of the same taste, and of two of different ones.</summary>
    public static (double Same, double Different) LikenessOfUsers(IUserSimilarity model, int[] tasteOf)
    {
        var (same, different) = (new List<float>(), new List<float>());
        for (var user = 0; user < tasteOf.Length; user++)
        {
            foreach (var (other, likeness) in model.SimilarUsers(user, tasteOf.Length))
            {
                (tasteOf[user] == tasteOf[other] ? same : different).Add(likeness);
            }
        }

        return (same.Average(), different.Average());
    }
}
