using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The users whose rows are others now than those that a model was fitted on.</summary>
/// <param name="Data">Their rows as they are now, numbered by the model's items.</param>
/// <param name="Known">For each of them the number that the model knows them by; -1 for somebody new.</param>
/// <param name="Gone">Users of the model that have no rows any more.</param>
/// <param name="UnchangedCount">Users whose rows are the same.</param>
/// <param name="UnknownItems">Items of the rows that the model does not know.</param>
internal sealed record ChangedUsers(Interactions Data, int[] Known, IdSet Gone, int UnchangedCount, int UnknownItems)
{
    /// <summary>Compares rows with those that a model was fitted on.</summary>
    /// <param name="model">What the model was fitted on.</param>
    /// <param name="now">The rows as they are now.</param>
    public static ChangedUsers Find(Interactions model, Interactions now)
    {
        int[] itemOf = [.. Enumerable.Range(0, now.Items.Count).Select(item => model.Items.Find(now.Items[item]))];
        int[] userOf = [.. Enumerable.Range(0, now.Users.Count).Select(user => model.Users.Find(now.Users[user]))];
        var (changed, start, items, values, days) = (new List<int>(), new List<int> { 0 }, new List<int>(), new List<float>(), new List<int>());
        for (var user = 0; user < now.Users.Count; user++)
        {
            // Numbers of items keep their order, but for ids of another kind that are equal all the same.
            int[] entries = [.. Enumerable.Range(now.Matrix.RowStart[user], now.Matrix.CountOf(user)).Where(entry => itemOf[now.Matrix.Column[entry]] >= 0).OrderBy(entry => itemOf[now.Matrix.Column[entry]])];
            var itemsNow = Array.ConvertAll(entries, entry => itemOf[now.Matrix.Column[entry]]);
            var valuesNow = Array.ConvertAll(entries, entry => now.Matrix.Value[entry]);
            if (userOf[user] is >= 0 and var known && model.Matrix.ColumnsOf(known).SequenceEqual(itemsNow) && model.Matrix.ValuesOf(known).SequenceEqual(valuesNow))
            {
                continue;
            }

            changed.Add(user);
            items.AddRange(itemsNow);
            values.AddRange(valuesNow);
            days.AddRange(now.Days is { } dayOf ? entries.Select(entry => dayOf[entry]) : []);
            start.Add(items.Count);
        }

        int[] ofChanged = [.. changed];
        var found = userOf.ToHashSet();
        var data = model with
        {
            Users = now.Users.Subset(ofChanged),
            Matrix = new SparseMatrix(model.Items.Count, [.. start], [.. items], [.. values]),
            Time = null,
            Days = now.Days is null ? null : [.. days],
            Baskets = null,
            Groups = null,
            UserFeatures = null,
        };
        return new ChangedUsers(
            data,
            Array.ConvertAll(ofChanged, user => userOf[user]),
            model.Users.Subset([.. Enumerable.Range(0, model.Users.Count).Where(user => !found.Contains(user))]),
            now.Users.Count - ofChanged.Length,
            itemOf.Count(item => item < 0));
    }
}
