using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The metrics straight from their definitions, with lists and sets and no thought of speed.</summary>
internal static class SlowEvaluation
{
    public static Dictionary<string, double> Measure(IRecommender model, SparseMatrix train, SparseMatrix test, int k, float? relevantFrom)
    {
        var users = new List<Dictionary<string, double>>();
        var recommended = new HashSet<int>();
        var errors = new List<double>();
        for (var user = 0; user < model.UserCount; user++)
        {
            var rows = test.ColumnsOf(user).ToArray().Zip(test.ValuesOf(user).ToArray()).ToList();
            errors.AddRange(rows.Select(row => Math.Min(Math.Max(model.Predict(user, row.First), train.Value.Min()), train.Value.Max()) - (double)row.Second));
            var relevant = rows.Where(row => relevantFrom is null || row.Second >= relevantFrom).Select(row => row.First).ToHashSet();
            if (relevant.Count == 0)
            {
                continue;
            }

            var list = Enumerable.Range(0, model.ItemCount).Except(train.ColumnsOf(user).ToArray())
                .OrderByDescending(item => model.Predict(user, item)).ThenBy(item => item).Take(k).ToList();
            recommended.UnionWith(list);
            users.Add(MeasureUser(list, relevant, k));
        }

        var result = users[0].Keys.ToDictionary(name => name, name => users.Average(user => user[name]));
        result["Coverage"] = (double)recommended.Count / model.ItemCount;
        result["RMSE"] = Math.Sqrt(errors.Average(error => error * error));
        result["MAE"] = errors.Average(Math.Abs);
        return result;
    }

    /// <summary>What is said of lists whatever the test rows are.</summary>
    public static Dictionary<string, double> MeasureLists(
        IRecommender model, SparseMatrix train, SparseMatrix test, int k, float? relevantFrom, Func<int, int, double> likeness)
    {
        var histories = Enumerable.Range(0, model.UserCount).Select(user => train.ColumnsOf(user).ToArray()).ToList();
        double Share(int item) => (double)histories.Count(history => history.Contains(item)) / histories.Count(history => history.Length > 0);
        var lists = new List<(int[] History, int[] List)>();
        for (var user = 0; user < model.UserCount; user++)
        {
            var (items, values) = (test.ColumnsOf(user).ToArray(), test.ValuesOf(user).ToArray());
            if (items.Where((item, i) => (relevantFrom is null || values[i] >= relevantFrom) && !histories[user].Contains(item)).Any())
            {
                lists.Add((histories[user], [.. Enumerable.Range(0, model.ItemCount).Except(histories[user])
                    .OrderByDescending(item => model.Predict(user, item)).ThenBy(item => item).Take(k)]));
            }
        }

        double SharesOf(Func<(int[] History, int[] List), int[]> items) =>
            lists.Where(user => user.History.Length > 0 && user.List.Length > 0).Average(user => items(user).Average(Share));
        var least = 1.0 / histories.Count(history => history.Length > 0);
        return new Dictionary<string, double>
        {
            ["Novelty"] = lists.Where(user => user.List.Length > 0).Average(user => user.List.Average(item => -Math.Log2(Math.Max(least, Share(item))))),
            ["PopularityBias"] = (SharesOf(user => user.List) - SharesOf(user => user.History)) / SharesOf(user => user.History),
            ["Diversity"] = lists.Where(user => user.List.Length > 1).Average(
                user => user.List.SelectMany(item => user.List.Where(other => other < item).Select(other => 1 - likeness(item, other))).Average()),
        };
    }

    private static Dictionary<string, double> MeasureUser(List<int> list, HashSet<int> relevant, int k)
    {
        double hits = list.Count(relevant.Contains);
        var places = Enumerable.Range(1, list.Count).Where(place => relevant.Contains(list[place - 1])).ToList();
        var precisions = places.Sum(place => list.Take(place).Count(relevant.Contains) / (double)place);
        return new Dictionary<string, double>
        {
            ["Precision"] = hits / k,
            ["Recall"] = hits / relevant.Count,
            ["HitRate"] = hits > 0 ? 1 : 0,
            ["nDCG"] = places.Sum(place => 1 / Math.Log2(place + 1))
                / Enumerable.Range(1, Math.Min(k, relevant.Count)).Sum(place => 1 / Math.Log2(place + 1)),
            ["MAP"] = precisions / relevant.Count,
            ["MAP@k"] = precisions / Math.Min(k, relevant.Count),
        };
    }
}
