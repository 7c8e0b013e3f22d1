using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>
/// Popularity within groups of users: the users of the group who have an item, or the sum of their values. Items that nobody in the group has come
/// after all others, with scores below 0. Among equals, popularity overall decides.
/// </summary>
/// <param name="groups">The groups.</param>
/// <param name="sizes">Users in each group.</param>
/// <param name="scores">Scores, groups by items.</param>
internal sealed class GroupPopularity(UserGroups groups, int[] sizes, float[] scores)
{
    private const int ItemsInPiece = 1024;
    private readonly int itemCount = scores.Length / Math.Max(1, sizes.Length);

    /// <summary>Counts.</summary>
    /// <param name="byItem">Items by users.</param>
    /// <param name="groups">The groups of the users.</param>
    /// <param name="overall">Popularity of each item among all users.</param>
    /// <param name="sumsValues">Whether values are added up instead of users counted.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static GroupPopularity Of(SparseMatrix byItem, UserGroups groups, float[] overall, bool sumsValues, Workers workers)
    {
        var count = groups.Names.Length;
        var sizes = new int[count];
        foreach (var group in groups.GroupOf.Where(group => group >= 0))
        {
            sizes[group]++;
        }

        var scores = new float[(long)count * overall.Length];
        var beyond = Math.Max(1, overall.Max()) * 2;
        workers.ForEachPiece(overall.Length, ItemsInPiece, () => (Sum: new double[count], Users: new int[count]), (from, to, own) =>
        {
            for (var item = from; item < to; item++)
            {
                Array.Clear(own.Sum);
                Array.Clear(own.Users);
                var users = byItem.ColumnsOf(item);
                for (var i = 0; i < users.Length; i++)
                {
                    if (groups.GroupOf[users[i]] is >= 0 and var group)
                    {
                        own.Users[group]++;
                        own.Sum[group] += sumsValues ? byItem.ValuesOf(item)[i] : 1;
                    }
                }

                // Popularity overall, as less than half of a user, decides between items that equally many of a group have.
                var share = overall[item] / beyond;
                for (var group = 0; group < count; group++)
                {
                    scores[(group * overall.Length) + item] = own.Users[group] == 0 ? share - 1 : (float)own.Sum[group] + (sumsValues ? 0 : share);
                }
            }
        });
        return new GroupPopularity(groups, sizes, scores);
    }

    /// <summary>Scores of all items for a user.</summary>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="overall">Scores for users of no group.</param>
    public ReadOnlySpan<float> ScoresFor(int user, float[] overall) =>
        GroupOf(user) is >= 0 and var group ? scores.AsSpan(group * itemCount, itemCount) : overall;

    /// <summary>Why an item scores as it does for a user, in plain words; null where his group says nothing of it.</summary>
    public string? Describe(int user, int item, bool isSumOfValues)
    {
        var group = GroupOf(user);
        return group < 0 || scores[(group * itemCount) + item] is var score && score < 0 ? null
            : isSumOfValues
                ? string.Create(CultureInfo.InvariantCulture, $"popular in group {groups.Names[group]}: values sum to {score:#,##0.##}")
                : string.Create(CultureInfo.InvariantCulture, $"popular in group {groups.Names[group]}: {MathF.Floor(score):#,##0} of {sizes[group]:#,##0} users");
    }

    /// <summary>Writes the groups and scores.</summary>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteArray<int>(writer, groups.GroupOf);
        ModelContent.WriteArray<int>(writer, sizes);
        foreach (var name in groups.Names)
        {
            writer.Write(name);
        }

        ModelContent.WriteArray<float>(writer, scores);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is about other users or items.</exception>
    public static GroupPopularity Load(BinaryReader reader, int userCount, int itemCount)
    {
        var groupOf = ModelContent.ReadArray<int>(reader);
        var sizes = ModelContent.ReadArray<int>(reader);
        string[] names = [.. sizes.Select(_ => reader.ReadString())];
        var scores = ModelContent.ReadArray<float>(reader);
        return groupOf.Length == userCount && scores.LongLength == (long)sizes.Length * itemCount && Array.TrueForAll(groupOf, group => group >= -1 && group < sizes.Length)
            ? new GroupPopularity(new UserGroups(groupOf, names), sizes, scores)
            : throw new InvalidDataException("The groups of the model are about other users or items.");
    }

    private int GroupOf(int user) => user < 0 ? -1 : groups.GroupOf[user];
}
