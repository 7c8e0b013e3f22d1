using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Test rows brought to the users and items of a fitted model.</summary>
/// <param name="Matrix">The rows that it can be measured on.</param>
/// <param name="Days">Day of each of them; null if the source has no time.</param>
/// <param name="Unknown">Rows of users or items that the model does not know.</param>
/// <param name="Learned">Rows of a user and item that the model has learned from.</param>
internal sealed record TestRows(SparseMatrix Matrix, int[]? Days, long Unknown, long Learned)
{
    /// <summary>Sorts out the rows.</summary>
    /// <param name="model">What the model was fitted on.</param>
    /// <param name="test">The rows.</param>
    public static TestRows Of(Interactions model, Interactions test)
    {
        int[] itemOf = [.. Enumerable.Range(0, test.Items.Count).Select(item => model.Items.Find(test.Items[item]))];
        var testUser = new int[model.Users.Count];
        Array.Fill(testUser, -1);
        for (var user = 0; user < test.Users.Count; user++)
        {
            if (model.Users.Find(test.Users[user]) is >= 0 and var known)
            {
                testUser[known] = user;
            }
        }

        var (start, column, value, days) = (new int[testUser.Length + 1], new List<int>(), new List<float>(), new List<int>());
        var learned = 0L;
        for (var user = 0; user < testUser.Length; user++)
        {
            var own = testUser[user];
            var entries = own < 0 ? [] : Enumerable.Range(test.Matrix.RowStart[own], test.Matrix.CountOf(own)).Where(entry => itemOf[test.Matrix.Column[entry]] >= 0);
            foreach (var entry in entries.OrderBy(entry => itemOf[test.Matrix.Column[entry]]))
            {
                var item = itemOf[test.Matrix.Column[entry]];
                if (model.Matrix.ColumnsOf(user).BinarySearch(item) >= 0)
                {
                    learned++;
                    continue;
                }

                column.Add(item);
                value.Add(test.Matrix.Value[entry]);
                days.Add(test.Days?[entry] ?? 0);
            }

            start[user + 1] = column.Count;
        }

        return new TestRows(
            new SparseMatrix(model.Items.Count, start, [.. column], [.. value]),
            test.Days is null ? null : [.. days],
            test.Matrix.EntryCount - column.Count - learned,
            learned);
    }
}
