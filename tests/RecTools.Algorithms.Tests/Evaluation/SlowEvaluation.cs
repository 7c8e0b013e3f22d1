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
